import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseProblem } from '../problem.ts'
import type { Programs } from './programs.ts'
import type { ServerUser } from './server-user.ts'

/** A database cluster in a folder: its files, how it is reached and as whom its server runs. */
export type Cluster = { folder: string; files: string; programs: Programs; user: ServerUser; socket: boolean }

/** How to reach a cluster's server. `host` is a folder when it listens on a Unix socket. */
export type Address = { host: string; port: number; password: string }

export const SUPERUSER = 'theke'
const SOCKET_PORT = 5432
const LONGEST_SOCKET_PATH = 100

/** True when the folder's path is short enough for a Unix socket in it, which is quicker and takes no port. */
export function allowsSocket(folder: string) {
  return process.platform !== 'win32' && Buffer.byteLength(`${folder}/.s.PGSQL.${SOCKET_PORT}`) <= LONGEST_SOCKET_PATH
}

/** Makes the cluster's files. A half-made cluster (killed meanwhile) is never taken for a whole one. */
export function createCluster(cluster: Cluster, { quickly = false } = {}) {
  const { folder, files, programs, user } = cluster
  const unfinished = `${files}.unfinished`
  const password = randomBytes(24).toString('base64url')
  const passwordFile = join(folder, 'password')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  user.own(unfinished)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  user.own(passwordFile)
  const [command = '', ...args] = [
    ...user.wrap,
    programs.initdb,
    ...['-D', unfinished, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--data-checksums'],
    ...(quickly ? ['--no-sync'] : []),
  ]
  const made = spawnSync(command, args, { ...user.spawn, cwd: folder, encoding: 'utf8', env: quietEnvironment() })
  if (made.status !== 0) {
    const reason = `${made.error?.message ?? ''}${made.stderr ?? ''}${made.stdout ?? ''}`.trim()
    throw new DatabaseProblem(`The database could not be set up in ${folder}: ${reason}`)
  }
  renameSync(unfinished, files)
}

/** Reads the password that was made with the cluster. */
export function passwordOf({ folder }: Pick<Cluster, 'folder'>) {
  return readFileSync(join(folder, 'password'), 'utf8').trim()
}

/** Chooses where the server will listen: a socket in the folder, else a free port of this machine. */
export async function chooseAddress(cluster: Cluster): Promise<Address> {
  const password = passwordOf(cluster)
  if (cluster.socket) return { host: cluster.folder, port: SOCKET_PORT, password }
  return { host: '127.0.0.1', port: await freePort(), password }
}

/**
 * Starts the server. It hangs on a pipe to this process: when this process ends for whatever reason, even kill -9,
 * the pipe closes and the server shuts itself down, so that no server is ever left behind.
 */
export function spawnServer(cluster: Cluster, address: Address, settings: Record<string, string>): ChildProcess {
  const { files, folder, programs, user } = cluster
  const options = Object.entries({ ...listening(cluster, address), ...settings })
  const [command = '', ...args] = [
    ...user.wrap,
    '/bin/sh',
    '-c',
    '"$@" 3<&- & server=$!; (cat <&3 >/dev/null; kill -INT $server 2>/dev/null) & wait $server',
    'theke-database',
    programs.postgres,
    ...['-D', files],
    ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  // A session of its own: Ctrl-C at the terminal reaches Theke alone, which then stops the server when it is done.
  return spawn(command, args, {
    ...user.spawn,
    cwd: folder,
    env: quietEnvironment(),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
}

/** The number of the server process that runs on the cluster's files, if one does. */
export function runningServer({ files }: Pick<Cluster, 'files'>): number | undefined {
  const pidFile = join(files, 'postmaster.pid')
  if (!existsSync(pidFile)) return undefined
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 0 && isServer(pid) ? pid : undefined
}

/** Keeps strangers out of the folder. */
export function prepareFolder(folder: string, user: ServerUser) {
  mkdirSync(folder, { recursive: true })
  user.own(folder)
  chmodSync(folder, 0o700)
}

function isServer(pid: number) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  // After a restart of the machine the number may belong to any other program.
  const commandLine = `/proc/${pid}/cmdline`
  if (!existsSync('/proc/self/cmdline')) return true
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes('postgres')
}

function listening(cluster: Cluster, { host, port }: Address): Record<string, string> {
  return cluster.socket
    ? { listen_addresses: '', unix_socket_directories: `"${host.replaceAll('"', '""')}"`, port: String(port) }
    : { listen_addresses: host, unix_socket_directories: '', port: String(port) }
}

function freePort() {
  return new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Settings for other PostgreSQL servers (PGDATA, PGPORT, a translated LC_MESSAGES…) must not reach this one. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
