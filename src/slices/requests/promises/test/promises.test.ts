import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../../../../kernel/runner.ts'
import { bySystem, openTheke } from '../../../../test/theke.ts'
import { decideApproval } from '../../approvals/operations/decide-approval.ts'
import { answer } from '../../desk/operations/answer.ts'
import { change } from '../../desk/operations/change.ts'
import { read } from '../../operations/read.ts'
import { reply } from '../../operations/reply.ts'
import { processBuilders } from '../../process/test/builders.ts'
import { rate } from '../../ratings/operations/rate.ts'
import { readRating } from '../../ratings/operations/read-rating.ts'
import { builders } from '../../test/builders.ts'
import { promiseJobs } from '../jobs.ts'
import { movedWhy } from '../moved-why.ts'
import { classify } from '../operations/classify.ts'
import { setPromise } from '../operations/set-promise.ts'

const FRIDAY = new Date('2026-11-20T15:00:00Z')
let now = FRIDAY
let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let elif: Call
let agent: Call
let reference: string

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = builders(theke)
  await build.hours()
  elif = await build.person('Elif')
  agent = await build.person('Tobias', ['requests.work'])
})
beforeEach(async () => {
  now = FRIDAY
  await theke.drain()
  await theke.db.deleteFrom('mails').execute()
  await theke.db.deleteFrom('request_entries').execute()
  await theke.db.deleteFrom('requests').execute()
  ;({ reference } = await build.write(elif))
})

const seen = () => theke.runner.run(read, elif, { request: reference })
const job = (name: string) =>
  theke.runner.inCtx(
    bySystem,
    (ctx) => promiseJobs.find((one) => one.name === name)?.handle(ctx, {}) ?? Promise.resolve(),
  )
const mailsTo = async (call: Call) => (await build.mails()).filter((mail) => mail.to_email === call.actor.email)

describe('a new date', () => {
  const at = '2026-11-25T16:00:00.000Z'

  test('is told with its reason, in the portal and by mail', async () => {
    await theke.runner.run(setPromise, agent, { reference, at, reason: 'Das Leuchtmittel muss bestellt werden.' })
    const { promise, entries } = await seen()
    expect(promise).toMatchObject({
      kind: 'answer',
      at,
      isAhead: true,
      moved: { from: '2026-11-23T15:00:00.000Z', reason: 'desk', words: 'Das Leuchtmittel muss bestellt werden.' },
    })
    expect(entries.at(-1)).toMatchObject({ kind: 'promise', side: 'desk' })
    await theke.drain()
    const mail = (await mailsTo(elif)).find((one) => one.subject.startsWith('Neuer Termin'))
    expect(mail?.body_text).toContain('Leuchtmittel')
  })

  test.each([
    ['in the past', { at: '2026-11-20T14:59:00.000Z', reason: 'x' }, 'at'],
    ['without a reason', { at, reason: ' ' }, 'reason'],
  ])('is refused %s', async (_, input, field) => {
    await expect(theke.runner.run(setPromise, agent, { reference, ...input })).rejects.toMatchObject({
      issues: [{ path: [field] }],
    })
  })

  test('is nobody’s but the desk’s', async () => {
    await expect(theke.runner.run(setPromise, elif, { reference, at, reason: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('a slip', () => {
  test('is told to the desk two hours before, and to the requester half an hour before, with a new date', async () => {
    now = new Date('2026-11-23T13:05:00Z')
    await job('requests.watchPromises')
    expect((await seen()).promise.moved).toBeNull()
    now = new Date('2026-11-23T14:40:00Z')
    await job('requests.watchPromises')
    const { promise } = await seen()
    expect(promise.moved).toMatchObject({ reason: 'slip-new', from: '2026-11-23T15:00:00.000Z' })
    // Five hours more: half of the ten that had been promised.
    expect(promise.at).toBe('2026-11-24T10:00:00.000Z')
    await job('requests.watchPromises')
    await theke.drain()
    const mails = await build.mails()
    expect(mails.filter((mail) => mail.subject.startsWith('Zusage in Gefahr'))).toHaveLength(1)
    expect(mails.filter((mail) => mail.subject.startsWith('Neuer Termin'))).toHaveLength(1)
  })

  test('is none once it was answered', async () => {
    await theke.runner.run(answer, agent, { reference, message: 'Gern.', state: 'open' })
    now = new Date('2026-11-23T14:40:00Z')
    await job('requests.watchPromises')
    expect((await seen()).promise).toMatchObject({ moved: null, isAhead: false })
  })
})

test('impact and urgency make the priority, and bring the promise nearer but never take it back', async () => {
  await theke.db
    .updateTable('request_types')
    .set({ targets: JSON.stringify({ 1: { answer: 60, solution: 240 }, 4: { answer: 6000, solution: null } }) })
    .where('key', '=', 'incident')
    .execute()
  const kind = { reference, type: 'incident' }
  await theke.runner.run(classify, agent, { ...kind, impact: 1, urgency: 1 })
  const { promise } = await seen()
  expect(promise).toMatchObject({ at: '2026-11-20T16:00:00.000Z', moved: { reason: 'priority' } })
  await theke.runner.run(classify, agent, { ...kind, impact: 3, urgency: 3 })
  expect((await seen()).promise.at).toBe('2026-11-20T16:00:00.000Z')
  await theke.runner.run(classify, agent, { ...kind, impact: 1, urgency: 1 })
  await theke.runner.run(answer, agent, { reference, message: 'Wir fahren hin.', state: 'open' })
  expect((await seen()).promise).toMatchObject({ kind: 'solution', at: '2026-11-23T09:00:00.000Z', isAhead: true })
  await expect(
    theke.runner.run(classify, agent, { ...kind, type: 'no-such', impact: 1, urgency: 1 }),
  ).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('a priority that the desk sets by hand brings the promise nearer in the same way', async () => {
  await theke.db
    .updateTable('request_types')
    .set({ targets: JSON.stringify({ 1: { answer: 60, solution: 240 }, 4: { answer: 6000, solution: null } }) })
    .where('key', '=', 'incident')
    .execute()
  await theke.runner.run(change, agent, { reference, type: 'incident', priority: 4 })
  const before = (await seen()).promise.at
  await theke.runner.run(change, agent, { reference, priority: 1 })
  expect((await seen()).promise).toMatchObject({ at: '2026-11-20T16:00:00.000Z', moved: { reason: 'priority' } })
  expect(before).not.toBe('2026-11-20T16:00:00.000Z')
  await theke.runner.run(change, agent, { reference, priority: 4 })
  expect((await seen()).promise.at).toBe('2026-11-20T16:00:00.000Z')
})

test('what is usual is told from thirty cases on', async () => {
  const history = Array.from({ length: 30 }, (_, n) => ({
    subject: 'früher',
    portal: 'customers',
    lang: 'de',
    channel: 'web',
    state: 'solved' as const,
    solved_at: new Date(FRIDAY.getTime() - n * 3_600_000),
    worked_minutes: (n + 1) * 60,
  }))
  await theke.db.insertInto('requests').values(history.slice(0, 29)).execute()
  await job('requests.workOutPaces')
  expect((await seen()).promise.usually).toBeNull()
  await theke.db.insertInto('requests').values(history.slice(29)).execute()
  await job('requests.workOutPaces')
  // Half of 1 … 30 hours: 15.5; 85 of 100: 25.65; from Friday 16:00 on.
  expect((await seen()).promise.usually).toEqual({
    cases: 30,
    half: '2026-11-24T10:30:00.000Z',
    most: '2026-11-25T10:39:00.000Z',
  })
})

test('what nobody objected to for two weeks is closed', async () => {
  await theke.runner.run(answer, agent, { reference, message: 'Erledigt.', state: 'solved' })
  now = new Date(FRIDAY.getTime() + 13 * 86_400_000)
  await job('requests.closeSolved')
  expect((await seen()).state).toBe('solved')
  now = new Date(FRIDAY.getTime() + 15 * 86_400_000)
  await job('requests.closeSolved')
  expect(await seen()).toMatchObject({ state: 'closed', ending: 'solved', mayReopen: true })
})

describe('satisfaction', () => {
  test('is said by the link of the mail, without signing in; reading the link says nothing', async () => {
    await theke.runner.run(answer, agent, { reference, message: 'Erledigt.', state: 'solved' })
    await theke.drain()
    const text = (await mailsTo(elif)).find((one) => one.body_text.includes('/rate/'))?.body_text ?? ''
    const link = /\/rate\/([\w-]{43})\?score=5/.exec(text)?.[1] ?? ''
    const visitor = build.visitor()
    expect(await theke.runner.run(readRating, visitor, { request: link })).toMatchObject({
      rating: null,
      mayRate: true,
    })
    expect(await theke.runner.run(rate, visitor, { request: link, score: '4', comment: 'Schnell!' })).toMatchObject({
      score: 4,
    })
    await theke.runner.run(rate, elif, { request: reference, score: 5 })
    expect(await seen()).toMatchObject({ rating: { score: 5, comment: null } })
    // The link rates and opens nothing.
    await expect(theke.runner.run(read, visitor, { request: link })).rejects.toMatchObject({ code: 'not_found' })
    await expect(theke.runner.run(reply, visitor, { request: link, message: 'x' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('is not asked of what is not solved, nor of strangers', async () => {
    await expect(theke.runner.run(rate, elif, { request: reference, score: 5 })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(
      theke.runner.run(rate, await build.person('Ben'), { request: reference, score: 5 }),
    ).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(theke.runner.run(rate, elif, { request: reference, score: 6 })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})

test('what is usual is told of the team, where it has thirty cases of its own', async () => {
  const teams = await theke.db
    .insertInto('teams')
    .values(['quick', 'few'].map((key) => ({ key: `${key}-team`, names: '{}' })))
    .returning('id')
    .execute()
  const [quick, few] = teams.map((team) => team.id)
  const solved = (team_id: string | undefined, cases: number, minutes: number) =>
    Array.from({ length: cases }, (_, n) => ({
      subject: 'früher',
      portal: 'customers',
      lang: 'de',
      channel: 'web',
      state: 'solved' as const,
      ...(team_id ? { team_id } : {}),
      solved_at: new Date(FRIDAY.getTime() - n * 3_600_000),
      worked_minutes: minutes,
    }))
  await theke.db
    .insertInto('requests')
    .values([...solved(quick, 30, 60), ...solved(few, 29, 240), ...solved(undefined, 60, 600)])
    .execute()
  await job('requests.workOutPaces')
  const usual = async (team: string | undefined) => {
    await theke.db
      .updateTable('requests')
      .set({ team_id: team ?? null })
      .where('state', '=', 'new')
      .execute()
    return (await seen()).promise.usually?.cases
  }
  expect([await usual(quick), await usual(few), await usual(undefined)]).toEqual([30, 119, 119])
})

test.each([
  ['de', { reason: 'paused' }, 'Wir haben auf Ihre Antwort gewartet.'],
  ['en', { reason: 'approval', by: 'Bea' }, 'We were waiting for the approval of Bea.'],
  [
    'el',
    { reason: 'approval', outside: true },
    'Περιμέναμε την έγκριση. Νύχτες, Σαββατοκύριακα και αργίες δεν υπολογίζονται.',
  ],
  ['de', { reason: 'desk', words: 'Teil bestellt.' }, 'Teil bestellt.'],
] as const)('a reason in %s: %o', async (lang, why, words) => {
  await theke.runner.inCtx(bySystem, async (ctx) => expect(movedWhy(ctx.texts(lang), why)).toBe(words))
})

test('after an approval the timeline names who was waited for, and the date moves by that', async () => {
  const make = processBuilders(theke)
  const boss = await build.person('Bea')
  const step = { key: 'boss', approver: { kind: 'person', personId: String(boss.actor.personId) } }
  const work = { kind: 'task', key: 'set-up', title: { de: 'Einrichten' }, teamId: await make.team(), checklist: [] }
  await theke.db
    .updateTable('request_types')
    .set({ targets: JSON.stringify({ 3: { answer: 600, solution: 1200 } }) })
    .where('key', '=', 'change')
    .execute()
  const order = await make.order(elif as never, [
    { approval: { stages: [{ need: 'all', steps: [step] }] }, fulfilment: { stages: [{ work: [work] }] } } as never,
  ])
  const before = (await theke.runner.run(read, elif, { request: order.reference })).promise.at
  now = new Date('2026-11-20T16:00:00Z')
  const [ask] = await make.waiting(boss)
  await theke.runner.run(decideApproval, boss, { id: String(ask?.id), outcome: 'approved' })
  const { promise } = await theke.runner.run(read, elif, { request: order.reference })
  expect(promise.moved).toMatchObject({ reason: 'approval', by: 'Bea', from: before, outside: false })
  expect(new Date(String(promise.at)).getTime() - new Date(String(before)).getTime()).toBe(3_600_000)
})
