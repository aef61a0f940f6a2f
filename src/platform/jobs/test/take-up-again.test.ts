import { afterAll, expect, test } from 'vitest'
import type { Database } from '../../../kernel/ctx.ts'
import type { Runner } from '../../../kernel/runner.ts'
import { quietLog } from '../../../test/config.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { createJobs } from '../jobs.ts'
import { takeUpAgain } from '../take-up-again.ts'

const connection = await openTestDatabase()
const db = connection.db as Database
let done = 0
const jobs = createJobs({
  databaseUrl: connection.url,
  jobs: [{ name: 'test.count', handle: async () => void done++ }],
  reactions: [],
  log: quietLog,
})
afterAll(() => jobs.stop())
const runner = { inCtx: (_call, work) => work({} as never) } as Runner
const hold = (more = '') => connection.pool.query(`update pgboss.job set state = 'active', started_on = now() ${more}`)

test('there is nothing to take up before the queue is there', async () => {
  expect(await takeUpAgain(connection.url)).toBe(0)
})

test('a job that a killed process had in hand is done at once, and counts as another try', async () => {
  await jobs.prepare()
  await jobs.over(db).enqueue('test.count', {})
  await hold()
  expect(await jobs.drain(runner)).toBe(0)
  expect(await takeUpAgain(connection.url)).toBe(1)
  expect(await jobs.drain(runner)).toBe(1)
  expect(done).toBe(1)
  const { rows } = await connection.pool.query(`select state, retry_count from pgboss.job`)
  expect(rows).toEqual([{ state: 'completed', retry_count: 1 }])
})

test('a job that has used up its tries is left alone', async () => {
  await jobs.over(db).enqueue('test.count', {})
  await hold(`, retry_count = retry_limit where state = 'created'`)
  expect(await takeUpAgain(connection.url)).toBe(0)
})
