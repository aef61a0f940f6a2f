import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { freePort, type Program, startProgram, statusOf, stopProgram, until, untilReady } from '../program.ts'

/** Starts programs on a data folder whose path has a space, and leaves nothing of them behind. */
const test = base.extend<{ folder: string; start(environment?: Record<string, string>): Promise<Program> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'theke bad luck '))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  start: async ({ folder }, use) => {
    const programs: Program[] = []
    await use(async (environment = {}) => {
      const program = await startProgram({ THEKE_DATA: folder, THEKE_DEMO: '0', ...environment })
      programs.push(program)
      return program
    })
    for (const program of programs) {
      program.child.kill('SIGKILL')
      await program.exited
    }
    await until(() => !serverRuns(folder), 'the database server was left behind')
  },
})

test('a taken port is named together with the way out', async ({ start }) => {
  const port = String(await freePort())
  const other = createServer().listen(Number(port), 'localhost')
  const program = await start({ PORT: port, HOST: 'localhost' })
  expect(await program.exited).toBe(1)
  expect(program.said()).toContain(`Port ${port} is already taken`)
  expect(program.said()).toContain('npm start')
  other.close()
})

test('settings that do not fit stop the start, all of them named at once, secrets not repeated', async ({ start }) => {
  const program = await start({ PORT: 'many', THEKE_PROCESSES: '-1', SMTP_URL: 'hidden-password' })
  expect(await program.exited).toBe(1)
  for (const name of ['PORT', 'THEKE_PROCESSES', 'SMTP_URL']) expect(program.said()).toContain(name)
  expect(program.said()).toContain('Example')
  expect(program.said()).not.toContain('hidden-password')
})

test('a second Theke on the same data folder is refused, and the first one does not notice', async ({ start }) => {
  const first = await start()
  await untilReady(first)
  const second = await start()
  expect(await second.exited).toBe(1)
  expect(second.said()).toMatch(/Another Theke .* already works on/)
  expect(await statusOf(`${first.url}/readyz`)).toBe(200)
})

test('kill -9 of Theke takes its database along, and the next start works', async ({ start, folder }) => {
  const first = await start()
  await untilReady(first)
  first.child.kill('SIGKILL')
  await first.exited
  // Not waiting for the server to be gone: the next start has to cope with one that is going down.
  const second = await start()
  await untilReady(second)
  expect(await stopProgram(second)).toBe(0)
  expect(serverRuns(folder)).toBe(false)
})

test('kill -9 of the database is survived: not ready for a moment, then serving again', async ({ start, folder }) => {
  const program = await start()
  await untilReady(program)
  const before = serverPid(folder)
  process.kill(before, 'SIGKILL')
  await until(() => serverRuns(folder) && serverPid(folder) !== before, 'the database was not started again')
  await untilReady(program)
  expect(await stopProgram(program)).toBe(0)
})

test('several processes serve one address, one that dies is replaced, and all end together', async ({
  start,
  folder,
}) => {
  const program = await start({ THEKE_PROCESSES: '2' })
  await untilReady(program)
  expect(await statusOf(`${program.url}/healthz`)).toBe(200)
  expect(await stopProgram(program)).toBe(0)
  expect(serverRuns(folder)).toBe(false)
})

test('whoever started it may vanish: Theke ends in order', async ({ start, folder }) => {
  const program = await start()
  await untilReady(program)
  program.child.disconnect()
  expect(await program.exited).toBe(0)
  expect(serverRuns(folder)).toBe(false)
})

function serverPid(folder: string) {
  try {
    return Number(readFileSync(join(folder, 'postgres', '18', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

function serverRuns(folder: string) {
  const pid = serverPid(folder)
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
