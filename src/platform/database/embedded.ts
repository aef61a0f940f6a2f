import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import {
  type Address,
  allowsSocket,
  type Cluster,
  chooseAddress,
  createCluster,
  passwordOf,
  prepareFolder,
  runningServer,
  SUPERUSER,
  spawnServer,
} from './embedded/cluster.ts'
import { findPrograms } from './embedded/programs.ts'
import { chooseServerUser } from './embedded/server-user.ts'
import { DatabaseProblem } from './problem.ts'

/** A PostgreSQL server that belongs to this process. */
export type EmbeddedDatabase = {
  /** Connection string of the database `theke`. */
  url: string
  /** Shuts the server down in order; open connections are ended. */
  stop(): Promise<void>
}

type Says = { info(text: string): void; warn(text: string): void }
type Options = { log?: Says; settings?: Record<string, string>; database?: string; quickly?: boolean; purpose?: string }

const MAJOR = '18'
/** Held for as long as a process owns the data folder ("thek" in ASCII). */
const OWNER_LOCK = 0x7468656b
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 20_000
const DEATHS_BEFORE_GIVING_UP = 5

const SETTINGS: Record<string, string> = {
  shared_buffers: '96MB',
  max_connections: '100',
  jit: 'off',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '',
  max_wal_size: '512MB',
  timezone: 'UTC',
}

/**
 * Starts the embedded PostgreSQL on `folder`, making it the first time. Refuses with a {@link DatabaseProblem} when
 * another process works on the folder. A server that dies is started again.
 */
export async function startEmbedded(folderAsGiven: string, options: Options = {}): Promise<EmbeddedDatabase> {
  const folder = resolve(folderAsGiven)
  const cluster = describeCluster(folder)
  prepareFolder(folder, cluster.user)
  const running = runningServer(cluster)
  if (running) await takeOver(cluster, running)
  if (!existsSync(cluster.files)) {
    options.log?.info('Setting up the database (first start)')
    createCluster(cluster, options)
  }
  const address = await chooseAddress(cluster)
  const supervised = supervise(cluster, address, options)
  try {
    await supervised.ready
    const database = options.database ?? 'theke'
    await ensureDatabase(address, database)
    return { url: urlOf(address, database), stop: supervised.stop }
  } catch (error) {
    await supervised.stop()
    throw error
  }
}

/** The connection string of a server that another process runs on `folder`, if one does: for the command line. */
export function findRunning(folderAsGiven: string, database = 'theke'): string | undefined {
  const folder = resolve(folderAsGiven)
  const files = join(folder, MAJOR)
  if (!existsSync(join(folder, 'password')) || !runningServer({ files })) return undefined
  return urlOf(recallAddress(folder, files), database)
}

function describeCluster(folder: string): Cluster {
  const programs = findPrograms()
  const files = join(folder, MAJOR)
  const user = chooseServerUser(existsSync(folder) ? folder : nearestExisting(folder), files, programs)
  return { folder, files, programs, user, socket: allowsSocket(folder) }
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(join(path, '..'))
}

function supervise(cluster: Cluster, address: Address, options: Options) {
  let stopping = false
  let owner: pg.Client | undefined
  let lastWords = ''
  let deathsInARow = 0
  let started = false
  let becoming: Promise<void> | undefined
  let child = launch()
  const ready = becomeOwnerOnce()

  function launch() {
    const server = spawnServer(cluster, address, { ...SETTINGS, ...options.settings })
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-600)
      for (const line of text.split('\n')) if (/^(WARNING|ERROR|FATAL|PANIC|LOG)/.test(line)) tell(line)
    })
    server.once('exit', () => {
      // Lets go of the watching pipe, which else would keep both its ends alive.
      for (const stream of server.stdio) stream?.destroy()
      if (stopping) return
      deathsInARow += 1
      options.log?.warn(`The database server ended unexpectedly and is started again. ${lastWords.trim()}`)
      setTimeout(() => {
        if (stopping) return
        child = launch()
        // Backends of the dead server may hold its memory for a while: several launches, one wait.
        becomeOwnerOnce().catch((error: Error) => options.log?.warn(error.message))
      }, 500)
    })
    return server
  }

  // Errors of single statements reach whoever sent them; here only what concerns the server counts.
  function tell(line: string) {
    if (/^(PANIC|WARNING)|could not|No space/.test(line)) options.log?.warn(line)
  }

  function becomeOwnerOnce() {
    becoming ??= becomeOwner().finally(() => {
      becoming = undefined
    })
    return becoming
  }

  async function becomeOwner() {
    const deadline = Date.now() + START_LIMIT_MS
    for (;;) {
      const client = clientFor(
        address,
        'postgres',
        `theke owner: ${options.purpose ?? 'start'}, process ${process.pid}`,
      )
      try {
        await client.connect()
        await client.query('select pg_advisory_lock($1)', [OWNER_LOCK])
        owner = client
        started = true
        deathsInARow = 0
        return
      } catch (error) {
        await client.end().catch(() => undefined)
        if (stopping) return
        if (Date.now() > deadline || (!started && deathsInARow >= DEATHS_BEFORE_GIVING_UP)) {
          const reason = lastWords.trim() || (error as Error).message
          throw new DatabaseProblem(`The database server in ${cluster.folder} does not start: ${reason}`)
        }
        await pause(20)
      }
    }
  }

  async function stop() {
    if (stopping) return
    stopping = true
    await owner?.end().catch(() => undefined)
    const gone = child.exitCode !== null || child.signalCode !== null
    if (gone) return
    const exited = new Promise<void>((done) => child.once('exit', () => done()))
    signalServer(cluster, 'SIGINT')
    await Promise.race([exited, pause(STOP_LIMIT_MS, undefined, { ref: false })])
    signalServer(cluster, 'SIGQUIT')
  }

  return { ready, stop }
}

/** Waits for a server that is still going down, ends one that nobody owns, and refuses when somebody owns it. */
async function takeOver(cluster: Cluster, pid: number) {
  const deadline = Date.now() + START_LIMIT_MS
  let freeSince: number | undefined
  while (runningServer(cluster) === pid) {
    const state = await ownerOf(cluster)
    if (state.owner) {
      throw new DatabaseProblem(
        `Another Theke (${state.owner.replace('theke owner: ', '')}) already works on ${cluster.folder}. Stop it first, or set THEKE_DATA to another folder.`,
      )
    }
    if (state.answers) freeSince ??= Date.now()
    if (freeSince && Date.now() - freeSince > 2000) signalServer(cluster, 'SIGINT')
    if (Date.now() > deadline) {
      throw new DatabaseProblem(
        `A database server (process ${pid}) runs on ${cluster.folder} and does not stop. End it with "kill ${pid}".`,
      )
    }
    await pause(100)
  }
}

async function ownerOf({ folder, files }: Cluster): Promise<{ answers: boolean; owner?: string }> {
  const client = clientFor(recallAddress(folder, files), 'postgres', 'theke asks who owns the data')
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string }>(
      `select application_name as name from pg_locks join pg_stat_activity using (pid)
       where locktype = 'advisory' and classid = 0 and objid = $1 and granted`,
      [OWNER_LOCK],
    )
    return { answers: true, owner: rows[0]?.name }
  } catch {
    return { answers: false }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function ensureDatabase(address: Address, name: string) {
  const client = clientFor(address, 'postgres', 'theke')
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

function signalServer(cluster: Cluster, signal: NodeJS.Signals) {
  const pid = runningServer(cluster)
  if (!pid) return
  try {
    process.kill(pid, signal)
  } catch {
    // It went away between looking and signalling, which is what was wanted.
  }
}

function clientFor({ host, port, password }: Address, database: string, name: string) {
  const client = new pg.Client({ host, port, password, user: SUPERUSER, database, application_name: name })
  // Without a listener a connection that breaks off would end the process.
  client.on('error', () => undefined)
  return client
}

function urlOf({ host, port, password }: Address, database: string) {
  const where = host.startsWith('/') ? `?host=${encodeURIComponent(host)}&port=${port}` : ''
  const server = where ? '' : `${host}:${port}`
  return `postgres://${SUPERUSER}:${password}@${server}/${database}${where}`
}

/** PostgreSQL notes its port and its socket's folder in the fourth and fifth line of its process file. */
function recallAddress(folder: string, files: string): Address {
  const pidFile = join(files, 'postmaster.pid')
  const [, , , port, socketFolder] = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : []
  return { host: socketFolder?.trim() || '127.0.0.1', port: Number(port) || 5432, password: passwordOf({ folder }) }
}
