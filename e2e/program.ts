import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const START_LIMIT_MS = 120_000

/** The built Theke as a process of its own. */
export type Program = {
  url: string
  child: ChildProcess
  /** Everything that it has said so far. */
  said(): string
  /** Its exit code; null when a signal ended it. */
  exited: Promise<number | null>
}

/** Starts `dist/server/main.js` on a free port; the environment names its data folder. */
export async function startProgram(environment: Record<string, string>): Promise<Program> {
  const port = environment['PORT'] ?? String(await freePort())
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], {
    env: { ...inherited(), NODE_ENV: 'production', PORT: port, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => lines.push(String(text)))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { url: `http://localhost:${port}`, child, said: () => lines.join(''), exited }
}

/** Waits until it can serve; throws with what it said when it ends before. */
export async function untilReady(program: Program): Promise<void> {
  await until(async () => {
    const { child, said, url } = program
    if (child.exitCode !== null || child.signalCode) throw new Error(`Theke ended before it was ready:\n${said()}`)
    // Ready to serve, and done with starting: jobs and schedules come after the first page.
    return said().includes('Theke is open: ') && (await statusOf(`${url}/readyz`)) === 200
  }, `Theke was not ready in time:\n${program.said()}`)
}

/** Ends it in order. */
export async function stopProgram({ child, exited }: Program): Promise<number | null> {
  child.kill('SIGTERM')
  return exited
}

/** Asks again until it holds. */
export async function until(holds: () => Promise<boolean> | boolean, otherwise: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(otherwise)
    await pause(50)
  }
}

/** The status that an address answers with; undefined when nobody answers. */
export function statusOf(url: string): Promise<number | undefined> {
  return fetch(url).then(
    ({ status }) => status,
    () => undefined,
  )
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Settings meant for the person's own Theke must not reach the one under test. */
function inherited() {
  const { DATABASE_URL: _url, DATABASE_REPLICA_URL: _replica, THEKE_DEMO: _demo, ...rest } = process.env
  return rest
}
