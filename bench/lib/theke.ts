import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ENGINE_ENVIRONMENT, ENGINE_FLAGS } from '../../scripts/lib/engine-flags.mjs'

/** A built Theke of its own for measuring: own data folder, own port, demonstration content. */
export interface MeasuredTheke {
  url: string
  folder: string
  /** Starts the process; resolves with the milliseconds until the first page was answered. */
  start(): Promise<number>
  stop(signal?: NodeJS.Signals): Promise<void>
  /** Runs the command line against it. */
  theke(...words: string[]): void
  /** Resident memory of the app process in megabytes (without the database's processes). */
  memory(): number
  remove(): void
}

export async function measuredTheke(environment: Record<string, string> = {}): Promise<MeasuredTheke> {
  const folder = mkdtempSync(join(tmpdir(), 'theke-bench-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    THEKE_DATA: folder,
    THEKE_DEMO: '1',
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: join('dist', '.compiled'),
    ...ENGINE_ENVIRONMENT,
    LOG_LEVEL: 'error',
    ...environment,
  }
  let child: ChildProcess | null = null
  return {
    url,
    folder,
    async start() {
      const begun = performance.now()
      child = spawn(process.execPath, [...ENGINE_FLAGS, 'dist/server/main.js'], {
        env,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      await untilAnswered(`${url}/de`, child)
      const ms = performance.now() - begun
      await untilAnswered(`${url}/readyz`, child)
      return ms
    },
    async stop(signal = 'SIGTERM') {
      const ended = new Promise((resolve) => child?.once('exit', resolve))
      child?.kill(signal)
      await ended
    },
    theke(...words) {
      const { status } = spawnSync(process.execPath, ['dist/server/cli.js', ...words], {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      if (status !== 0) throw new Error(`theke ${words.join(' ')} ended with ${status}`)
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child?.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function untilAnswered(url: string, child: ChildProcess) {
  for (let tries = 0; tries < 3000; tries++) {
    if (child.exitCode !== null) throw new Error('Theke ended while it was starting')
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await pause(20)
  }
  throw new Error(`${url} was not answered in time`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
