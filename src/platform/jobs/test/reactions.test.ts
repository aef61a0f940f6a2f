import { afterAll, expect, test } from 'vitest'
import { system } from '../../../kernel/actor.ts'
import type { Ctx, Database } from '../../../kernel/ctx.ts'
import type { Event } from '../../../kernel/events.ts'
import type { Runner } from '../../../kernel/runner.ts'
import { quietLog } from '../../../test/config.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { writeEvents } from '../../events/write-events.ts'
import { createJobs } from '../jobs.ts'

const connection = await openTestDatabase()
const db = connection.db as Database
const heard: string[] = []
let broken = true
const jobs = createJobs({
  databaseUrl: connection.url,
  jobs: [{ name: 'test.plain', handle: async () => undefined }],
  reactions: [
    {
      name: 'test.first',
      on: ['thing.made'],
      handle: async (_ctx: Ctx, event: Event) => {
        heard.push(`first ${event.subject.id}`)
      },
    },
    {
      name: 'test.second',
      on: ['thing.made', 'thing.changed'],
      handle: async (_ctx: Ctx, event: Event) => {
        if (broken) throw new Error('not yet')
        heard.push(`second ${event.subject.id}`)
      },
    },
  ],
  log: quietLog,
})
await jobs.prepare()
afterAll(() => jobs.stop())
const runner = {
  inCtx: (_call, work) => db.transaction().execute((within) => work({ db: within } as unknown as Ctx)),
} as Runner

async function commit(...types: string[]) {
  const events = types.map((type, n) => ({ type, subject: { kind: 'thing', id: String(n) } }))
  await db
    .transaction()
    .execute((within) =>
      writeEvents(within, events, { actor: system(), lang: 'en', requestId: 'test' }, jobs.reacting(types)),
    )
}

const waiting = async () => (await connection.pool.query(`select * from pgboss.job where state = 'created'`)).rows

test('what nothing reacts to makes no job', async () => {
  await commit('thing.seen')
  expect(await waiting()).toEqual([])
})

test('the job of a command is the row that the queue would have written', async () => {
  await commit('thing.made', 'thing.seen', 'thing.changed')
  await jobs.over(db).enqueue('test.plain', {})
  const [own, usual] = (await waiting()).sort((a) => (a.data.job === 'reactions' ? -1 : 1))
  expect(own.data).toEqual({
    job: 'reactions',
    data: { events: [expect.any(Number), expect.any(Number), expect.any(Number)] },
  })
  for (const key of ['id', 'data', 'created_on', 'start_after', 'keep_until']) {
    own[`${key} is there`] = own[key] !== null
    usual[`${key} is there`] = usual[key] !== null
  }
  const kept = (row: { keep_until: Date; start_after: Date }) => row.keep_until.getTime() - row.start_after.getTime()
  expect(kept(own)).toBe(kept(usual))
  const others = ({ id, data, created_on, start_after, keep_until, ...row }: Record<string, unknown>) => row
  expect(others(own)).toEqual(others(usual))
})

test('a reaction that fails is tried again by itself, the others are not done twice', async () => {
  await expect(jobs.drain(runner)).rejects.toThrow('not yet')
  expect(heard).toEqual(['first 0'])
  broken = false
  await connection.pool.query(`update pgboss.job set state = 'created' where state = 'active'`)
  await jobs.drain(runner)
  expect(heard.sort()).toEqual(['first 0', 'second 0', 'second 2'])
  expect(await waiting()).toEqual([])
})
