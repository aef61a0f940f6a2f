import type { Migration } from './platform/database/migrate.ts'

const files = import.meta.glob<string>(['./platform/migrations/*.sql', './slices/*/migrations/*.sql'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Every migration of the platform and the slices, built into the program. */
export const migrations: Migration[] = Object.entries(files).map(([path, sql]) => {
  const parts = path.split('/')
  return { slice: parts.at(-3) ?? '', name: parts.at(-1) ?? '', sql }
})
