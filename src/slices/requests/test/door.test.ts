import { beforeAll, expect, test } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { bySystem, openTheke } from '../../../test/theke.ts'
import { addEntry, openRequest } from '../index.ts'
import { move } from '../move.ts'
import { read } from '../operations/read.ts'
import { findById } from '../store/requests.ts'
import { builders } from './builders.ts'

// A Friday afternoon in Berlin; the counter opens 8 to 18 on working days.
let now = new Date('2026-11-20T15:00:00Z')
let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let elif: Call

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = builders(theke)
  await build.hours()
  elif = await build.person('Elif')
})

const opening = () => ({
  type: 'order',
  subject: 'Notebook für eine neue Kollegin',
  requesterId: elif.actor.personId,
  portal: 'customers',
  lang: 'de' as const,
})

test('other areas open a request and add to its timeline', async () => {
  const { reference } = await theke.runner.inCtx(bySystem, async (ctx) => {
    const opened = await openRequest(ctx, { ...opening(), state: 'approval' })
    await addEntry(ctx, opened.request.id, { kind: 'approval', side: 'system', detail: { step: 1 } })
    await addEntry(ctx, opened.request.id, { kind: 'task', side: 'system', internal: true })
    return opened
  })
  const seen = await theke.runner.run(read, elif, { request: reference })
  expect(seen).toMatchObject({ state: 'approval', mayWithdraw: true })
  expect(seen.entries).toMatchObject([{ kind: 'approval', detail: { step: 1 } }])
})

test('the same key opens one request', async () => {
  const [first, second] = await theke.runner.inCtx(bySystem, async (ctx) => [
    await openRequest(ctx, { ...opening(), formKey: 'cart-1' }),
    await openRequest(ctx, { ...opening(), formKey: 'cart-1' }),
  ])
  expect([first?.isNew, second?.isNew]).toEqual([true, false])
  expect(second?.reference).toBe(first?.reference)
})

test('a kind that does not exist is a mistake of whoever opens it', async () => {
  await expect(
    theke.runner.inCtx(bySystem, (ctx) => openRequest(ctx, { ...opening(), type: 'nonsense' })),
  ).rejects.toThrow('nonsense')
})

test('a promise stands still while the requester is asked, and says so when it goes on', async () => {
  now = new Date('2026-11-20T15:00:00Z')
  const { request } = await theke.runner.inCtx(bySystem, (ctx) => openRequest(ctx, opening()))
  expect(request.promised_at?.toISOString()).toBe('2026-11-23T15:00:00.000Z')
  const step = (to: 'open' | 'waiting') =>
    theke.runner.inCtx(bySystem, async (ctx) =>
      move(ctx, (await findById(ctx.db, request.id)) ?? request, { to, side: 'desk' }),
    )
  await step('waiting')
  // From Friday 16:00 to Tuesday 10:00: 2 + 10 + 2 hours of business.
  now = new Date('2026-11-24T09:00:00Z')
  const moved = await step('open')
  expect(moved.paused_minutes).toBe(14 * 60)
  // Monday 16:00 and 14 hours: 2 on Monday, 10 on Tuesday, 2 on Wednesday.
  expect(moved.promised_at?.toISOString()).toBe('2026-11-25T09:00:00.000Z')
  const entries = await theke.db
    .selectFrom('request_entries')
    .select(['kind', 'detail'])
    .where('request_id', '=', request.id)
    .where('kind', '=', 'promise')
    .execute()
  expect(entries).toMatchObject([{ detail: { reason: 'paused', to: '2026-11-25T09:00:00.000Z', outside: true } }])
})
