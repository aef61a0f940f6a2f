import type { z } from 'zod'
import type { Database } from '../../kernel/ctx.ts'
import type { Settings, SettingsGroup } from '../../kernel/settings.ts'

/** Event type written when a group of settings changed; caches of all processes drop it then. */
export const SETTINGS_CHANGED = 'settings.changed'

/** Settings in the database behind a cache per process, dropped when any process changes them. */
export function createSettings() {
  const cache = new Map<string, unknown>()
  return {
    /** The settings as seen through one call's database; `emit` tells the others of a change. */
    over(db: Database, emit: (name: string) => void, changedBy: string | null): Settings {
      // What this call itself has set is not committed yet: it is read from the database and never put into the cache.
      const own = new Set<string>()
      return {
        async get<S extends z.ZodType>(group: SettingsGroup<S>): Promise<z.infer<S>> {
          if (!own.has(group.name) && cache.has(group.name)) return cache.get(group.name) as z.infer<S>
          const row = await db.selectFrom('settings').select('value').where('name', '=', group.name).executeTakeFirst()
          const parsed = row ? group.schema.safeParse(row.value) : null
          const value = parsed?.success ? parsed.data : group.initial
          if (!own.has(group.name)) cache.set(group.name, value)
          return value
        },
        async set<S extends z.ZodType>(group: SettingsGroup<S>, value: z.infer<S>): Promise<void> {
          const json = JSON.stringify(group.schema.parse(value))
          await db
            .insertInto('settings')
            .values({ name: group.name, value: json, changed_by: changedBy })
            .onConflict((c) =>
              c.column('name').doUpdateSet({ value: json, changed_by: changedBy, changed_at: new Date() }),
            )
            .execute()
          own.add(group.name)
          cache.delete(group.name)
          emit(group.name)
        },
      }
    },
    forget(name: string) {
      cache.delete(name)
    },
  }
}
