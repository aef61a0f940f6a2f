import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createApp } from '../app.ts'
import { type Actor, anonymous, type Channel, system } from '../kernel/actor.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Call } from '../kernel/runner.ts'
import type { Config } from '../platform/config/config.ts'
import { markSetUp } from '../slices/identity/index.ts'
import { createTheke } from '../theke.ts'
import { quietLog, testConfig } from './config.ts'
import { openTestDatabase } from './database.ts'

export interface TestOptions {
  /** The clock; moves when the test moves it. */
  now?: () => Date
  /** What is configured otherwise than in other tests. */
  config?: Partial<Config>
  /** Leaves the installation as it is before anybody has set it up. */
  fresh?: boolean
  /** A database that another one uses as well: a second process over it. */
  database?: Awaited<ReturnType<typeof openTestDatabase>>
}

/** The core on a database of its own, for tests of operations. Jobs run when the test says so: `theke.jobs.drain(theke.runner)`. */
export async function openTheke({ config, database: shared, ...options }: TestOptions = {}) {
  const database = shared ?? (await openTestDatabase())
  const folder = temporaryFolder()
  const theke = await createTheke({ config: { ...testConfig(folder), ...config }, log: quietLog, database, ...options })
  await theke.start({ work: false })
  await theke.liveIndex.isBuilt()
  afterAll(() => theke.stop())
  return { ...theke, drain: () => theke.jobs.drain(theke.runner), settled: () => theke.events.settled() }
}

/** The whole application without a port: `app.fastify.inject(…)`. */
export async function openApp({ config, fresh, database: shared, ...options }: TestOptions = {}) {
  const database = shared ?? (await openTestDatabase())
  const app = await createApp({
    config: { ...testConfig(temporaryFolder()), ...config },
    log: quietLog,
    database,
    version: 'test',
    ...options,
  })
  if (!fresh) await markSetUp(app.theke.db)
  await app.theke.start({ work: false })
  await app.theke.liveIndex.isBuilt()
  await app.fastify.ready()
  afterAll(() => app.close())
  return app
}

/** A call by somebody: permissions, audiences and so on as the test needs them. */
export function callBy(actor: Partial<Actor> = {}, lang: Lang = 'de', channel: Channel = 'web'): Call {
  return { actor: { ...anonymous(channel, 'customers'), ...actor }, lang }
}

/** A call by Theke itself. */
export const bySystem: Call = { actor: system('customers'), lang: 'de' }

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'theke-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
