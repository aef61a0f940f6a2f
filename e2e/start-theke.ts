import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const START_LIMIT_MS = 120_000

/**
 * Starts the built Theke with the demonstration content, on a free port and a data folder of its own, for the whole
 * run. THEKE_E2E_URL names one that already runs instead (quicker while a journey is being written).
 */
export default async function startTheke() {
  if (process.env['THEKE_E2E_URL']) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'theke-e2e-'))
  const url = `http://localhost:${await freePort()}`
  const { DATABASE_URL: _own, ...environment } = process.env
  const program = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], {
    env: { ...environment, PORT: new URL(url).port, THEKE_DATA: folder, THEKE_DEMO: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const said: string[] = []
  for (const stream of [program.stdout, program.stderr]) stream?.on('data', (text) => said.push(String(text)))
  await untilReady(url, program, said)
  process.env['THEKE_E2E_URL'] = url
  return async () => {
    const ended = new Promise((resolve) => program.once('exit', resolve))
    program.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

async function untilReady(url: string, program: ChildProcess, said: string[]) {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    if (program.exitCode !== null) throw new Error(`Theke ended before it was ready:\n${said.join('')}`)
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    await pause(100)
  }
  program.kill('SIGKILL')
  throw new Error(`Theke was not ready in time:\n${said.join('')}`)
}

function freePort() {
  return new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
