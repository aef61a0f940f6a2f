import cluster from 'node:cluster'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { version } from '../package.json'
import { migrations } from './migrations.ts'
import { type Config, ConfigProblem, readConfig } from './platform/config/config.ts'
import { secretOf } from './platform/config/secret.ts'
import { migrate } from './platform/database/migrate.ts'
import { openServer } from './platform/database/open.ts'
import { DatabaseProblem } from './platform/database/problem.ts'
import { takeUpAgain } from './platform/jobs/take-up-again.ts'
import { createLog } from './platform/log/log.ts'
import { demoAccountLines } from './process/demonstration.ts'
import { explain, requirePort, StartProblem } from './process/port.ts'
import { serve } from './process/serve.ts'
import { waitingForSetUp } from './process/set-up.ts'
import { onShutdown } from './process/shutdown.ts'
import { startWorkers, WORKER_DATABASE } from './process/workers.ts'

// The process: settings → log → database → migrations → application → open. With more than one process the first
// one keeps the database and watches over those that serve.
const say = (text: string) => process.stdout.write(`${text}\n`)

try {
  const config = readConfig(process.env)
  const url = process.env[WORKER_DATABASE]
  await (cluster.isWorker && url ? work(config, url) : start(config))
} catch (error) {
  fail(error as Error)
}

async function start(config: Config) {
  const log = createLog(config.logLevel)
  await requirePort(config)
  keepFilesPrivate(config)
  // Before there are several processes that could each make one.
  secretOf(config.secret, config.dataFolder)
  // What has been opened so far; closed in the opposite order, also when the end comes in the middle of the start.
  const opened: (() => Promise<void>)[] = []
  const close = async () => {
    for (const closeOne of opened.splice(0).reverse()) await closeOne()
  }
  const { isClosing } = onShutdown(log, close)
  try {
    if (!config.databaseUrl) say('Starting the database …')
    const server = await openServer(config, { info: say, warn: (text) => log.warn({}, text) })
    opened.push(server.stop)
    const { applied } = await migrate({ url: server.url, migrations })
    if (applied > 0) say(`Database brought up to date (${applied} ${applied === 1 ? 'step' : 'steps'})`)
    // The embedded database is nobody else's: what was being done when Theke was killed is done again at once.
    const again = config.databaseUrl ? 0 : await takeUpAgain(server.url)
    if (again > 0) log.info({ jobs: again }, 'taking up again what was not finished')
    const processes = config.processes === 'auto' ? navigator.hardwareConcurrency : config.processes
    if (processes > 1) {
      const workers = startWorkers(processes, server.url, log)
      opened.push(workers.close)
      await workers.ready
    } else {
      const serving = await serve({ config, log, url: server.url, version })
      opened.push(serving.close)
      await serving.listen()
    }
    const accounts = config.demo ? await demoAccountLines() : []
    const setUp = await waitingForSetUp(config, server.url)
    // From here on nothing belongs to the start any more: the database may go and come back.
    for (const line of accounts) say(line)
    say(`\nTheke is open: ${config.url}`)
    if (setUp) {
      log.info(setUp, 'waiting to be set up')
      say(`\nIt waits to be set up. Open ${setUp.address} and enter this code:\n\n  ${setUp.code}\n`)
    }
  } catch (error) {
    if (isClosing()) return
    await close()
    throw error
  }
}

async function work(config: Config, url: string) {
  const log = createLog(config.logLevel)
  const opened: (() => Promise<void>)[] = []
  const { isClosing } = onShutdown(log, async () => {
    for (const closeOne of opened) await closeOne()
  })
  try {
    const serving = await serve({ config, log, url, version })
    opened.push(serving.close)
    await serving.listen()
    process.send?.({ open: true })
  } catch (error) {
    if (!isClosing()) throw error
  }
}

/** Uploads are nobody else's business on a machine with several users. */
function keepFilesPrivate({ dataFolder }: Config) {
  try {
    for (const folder of ['files', 'temporary'].map((name) => join(dataFolder, name))) {
      mkdirSync(folder, { recursive: true })
      chmodSync(folder, 0o700)
    }
  } catch (error) {
    throw new StartProblem(
      `Theke cannot write to its data folder ${dataFolder} (${(error as Error).message}). Give it to the user who starts Theke with "chown -R", make room, or set THEKE_DATA to another folder.`,
    )
  }
}

/** What a person can put right is told in words; anything else is a bug and shown whole. */
function fail(error: Error): never {
  process.stderr.write(`\n${toText(error)}\n`)
  process.exit(1)
}

function toText(error: Error & { syscall?: string; port?: number; address?: string }) {
  if (error instanceof ConfigProblem) return `Theke cannot start with these settings:\n\n${error.message}`
  if (error instanceof DatabaseProblem || error instanceof StartProblem) return error.message
  if (error.syscall === 'listen') return explain(error, error.port ?? 0, error.address ?? '')
  return error.stack ?? error.message
}
