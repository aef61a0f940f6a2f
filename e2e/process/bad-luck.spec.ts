import { createServer } from 'node:net'
import { expect } from '@playwright/test'
import { freePort, statusOf, stopProgram, until, untilReady } from '../program.ts'
import { serverPid, serverRuns, test } from './programs.ts'

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
