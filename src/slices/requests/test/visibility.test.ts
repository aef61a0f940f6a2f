import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { newId, reference as referenceFrom } from '../../../kernel/ids.ts'
import type { Operation } from '../../../kernel/operation.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Call } from '../../../kernel/runner.ts'
import { openTheke } from '../../../test/theke.ts'
import { findables, mayReadFile } from '../contributes.ts'
import { deskLive } from '../desk/live.ts'
import { addNote } from '../desk/operations/add-note.ts'
import { attach } from '../desk/operations/attach.ts'
import { change } from '../desk/operations/change.ts'
import { merge } from '../desk/operations/merge.ts'
import { raiseKnownError } from '../desk/operations/raise-known-error.ts'
import { readForDesk } from '../desk/operations/read-for-desk.ts'
import { readKnownError } from '../desk/operations/read-known-error.ts'
import { take } from '../desk/operations/take.ts'
import { requests } from '../index.ts'
import { listMine } from '../operations/list-mine.ts'
import { processBuilders } from '../process/test/builders.ts'
import { numberOf } from '../rules.ts'

/** What an operation needs besides the request that it is about. */
const REST: Record<string, object> = {
  'requests.reply': { message: 'x' },
  'requests.reopen': { message: 'x' },
  'requests.track': { code: 'AAAA-AAAA' },
  'requests.unshare': { reader: newId() },
  'requests.rate': { score: 5 },
  'requests.claim': { code: 'AAAA-AAAA' },
  'requests.setPromise': { at: '2030-01-01T12:00:00Z', reason: 'x' },
  'requests.classify': { type: 'question', impact: null, urgency: null },
  'requests.answer': { message: 'x' },
  'requests.addNote': { note: 'x' },
  'requests.changeState': { state: 'open' },
  'requests.changeMany': { assignee: 'me' },
  'requests.fillTemplate': { template: newId() },
  'requests.runMacro': { macro: newId() },
  'requests.searchHelp': { words: 'x' },
  'requests.watch': { on: true },
  'requests.changeRequester': { email: 'x@example.org' },
  'requests.raiseKnownError': { title: 'x' },
  'requests.split': { subject: 'x', entries: [newId()] },
}

/** Operations about approvals and tasks; what else is asked for by an id is no request. */
const BY_ID: Record<string, 'ask' | 'task'> = {
  'requests.readApproval': 'ask',
  'requests.decideApproval': 'ask',
  'requests.readTask': 'task',
  'requests.listTaskChoices': 'task',
  'requests.takeTask': 'task',
  'requests.checkTask': 'task',
  'requests.finishTask': 'task',
  'requests.helpTask': 'task',
}
const DECISIONS: Record<string, object> = {
  'requests.decideApproval': { outcome: 'approved' },
  'requests.finishTask': { state: 'done' },
  'requests.helpTask': { how: 'again' },
}

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof processBuilders>
let lena: Call
let petra: Call
let tobias: Call
let overseer: Call
let before: Map<string, unknown>
let hidden: { id: string; reference: string; ask: string; task: string; error: string }

beforeAll(async () => {
  theke = await openTheke()
  build = processBuilders(theke)
  await build.hours()
  lena = await build.person('Lena')
  petra = await agent('Petra Vogt')
  tobias = await agent('Tobias Lindner')
  overseer = await agent('Katharina Auer', ['requests.oversee'])
  await build.organisation('works', [lena, tobias, overseer] as never)
  const outside = build.withFacts(tobias as never, { organisation: ['works'] }, [
    'requests.work',
    'requests.organisation',
  ])
  tobias = outside
  const team = await build.team(petra as never)
  await theke.db
    .updateTable('request_types')
    .set({ team_only: true, team_id: team })
    .where('key', '=', 'complaint')
    .execute()
  const open = await build.write(lena as never, { subject: 'Drucker druckt nicht' })
  const known = await theke.runner.run(raiseKnownError, petra, { reference: open.reference, title: 'Drucker' })
  before = await everythingListed(tobias)
  const { reference } = await build.write(lena as never, { type: 'complaint', subject: 'Über meinen Vorgesetzten' })
  const { id } = await theke.db
    .selectFrom('requests')
    .select('id')
    .where('number', '=', numberOf(reference))
    .executeTakeFirstOrThrow()
  await theke.runner.run(take, petra, { reference })
  await theke.runner.run(attach, petra, { error: known.reference, references: [reference] })
  // Of the organisation all the same: its kind may have been changed since.
  await theke.db
    .updateTable('requests')
    .set((eb) => ({
      organisation_id: eb.selectFrom('organisations').select('id').where('key', '=', 'works').limit(1),
    }))
    .where('id', '=', id)
    .execute()
  hidden = { id, reference, ...(await processOf(id, team)), error: known.reference }
})

async function agent(name: string, more: string[] = []): Promise<Call> {
  const call = await build.person(name, ['requests.work', ...more])
  const role = await theke.db.selectFrom('roles').select('id').where('key', '=', 'agent').executeTakeFirstOrThrow()
  await theke.db
    .insertInto('person_roles')
    .values({ person_id: String(call.actor.personId), role_id: role.id })
    .execute()
  return call
}

/** Something to approve and something to do in the hidden request, both for Petra. */
async function processOf(id: string, teamId: string) {
  const work = { kind: 'task' as const, key: 'talk', title: { de: 'Gespräch' }, teamId, checklist: [] }
  const step = { key: 'one', approver: { kind: 'person' as const, personId: String(petra.actor.personId) } }
  await build.begin(
    id,
    lena as never,
    [
      { fulfilment: { stages: [{ work: [work] }] } },
      { approval: { stages: [{ need: 'all', steps: [step] }] } },
    ] as never,
  )
  const ask = await theke.db.selectFrom('approval_asks').select('id').executeTakeFirstOrThrow()
  const task = await theke.db.selectFrom('fulfilment_work').select('id').executeTakeFirstOrThrow()
  return { ask: ask.id, task: task.id }
}

const propertiesOf = (operation: Operation) =>
  Object.keys((z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' })['properties'] ?? {}) as object)

/** The field of the input in which a request is named. */
const fieldOf = (operation: Operation) =>
  propertiesOf(operation).find((name) => ['reference', 'request', 'references'].includes(name))

/** What comes of a call, made comparable: what is told of it, without the name that was asked for. */
async function outcome(operation: Operation, call: Call, input: object, name: string) {
  const told = await theke.runner.run(operation, call, input).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    return { refused: error.code, key: error.key, issues: error.issues.map((issue) => [issue.path, issue.key]) }
  })
  return JSON.stringify(told).replaceAll(name, 'NAME')
}

/** The answer of every list, count and other query that is not asked about one request. */
async function everythingListed(call: Call): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>()
  for (const operation of requests.operations) {
    if (operation.kind !== 'query' || fieldOf(operation) || operation.name === 'requests.openForm') continue
    const inputs = [{}, ...operation.examples.map(({ input }) => input), ...(WAYS[operation.name] ?? [])]
    for (const input of inputs) {
      const key = `${operation.name} ${JSON.stringify(input)}`
      answers.set(key, await theke.runner.run(operation, call, input).catch((error: Error) => error.message))
    }
  }
  return answers
}

/** Ways to ask that the examples do not show. */
const WAYS: Record<string, object[]> = {
  'requests.listMine': ['mine', 'shared', 'organisation'].map((scope) => ({ scope, show: 'all' })),
  'requests.listQueue': [
    ...['to-do', 'nobody', 'mine', 'due', 'waiting', 'done', 'all'].map((queue) => ({ queue })),
    { queue: 'all', type: 'complaint' },
    { queue: 'all', words: 'Vorgesetzten' },
    { queue: 'all', words: 'Lena' },
  ],
  'requests.listTasks': ['mine', 'team', 'stuck', 'done'].map((show) => ({ show })),
  'requests.listApprovals': [{ show: 'waiting' }, { show: 'decided' }],
}

describe('a request of a kind that its team keeps to itself, for an agent of another team', () => {
  const absent = { id: newId(), reference: referenceFrom('R', 9_876_543) }

  const about = requests.operations.filter(fieldOf).map((operation) => [operation.name, operation] as const)
  test.each(about)('%s: as if it did not exist', async (name, operation) => {
    const field = String(fieldOf(operation))
    const input = (reference: string) => ({
      ...REST[name],
      ...(name === 'requests.merge' ? { into: hidden.reference } : {}),
      [field]: field === 'references' ? [reference] : reference,
      ...(propertiesOf(operation).includes('error') ? { error: hidden.error } : {}),
    })
    for (const channel of operation.channels.filter((one) => one !== 'phone')) {
      const call = { ...tobias, actor: { ...tobias.actor, channel } }
      const told = await outcome(operation, call, input(hidden.reference), hidden.reference)
      expect(told).toBe(await outcome(operation, call, input(absent.reference), absent.reference))
      // A refusal because of the other fields would prove nothing.
      if (!told.includes('requests.track.wrong')) expect(told).not.toContain('"refused":"invalid"')
      expect(told).not.toContain('Vorgesetzten')
    }
  })

  test.each(Object.entries(BY_ID))('%s: as if it did not exist', async (name, what) => {
    const operation = requests.operations.find((one) => one.name === name) as Operation
    const input = (id: string) => ({ id, ...DECISIONS[name] })
    const told = await outcome(operation, tobias, input(hidden[what]), hidden[what])
    expect(told).toBe(await outcome(operation, tobias, input(absent.id), absent.id))
    expect(told).toContain('refused')
  })

  test('lists, counts and searches answer as before it was written', async () => {
    const now = await everythingListed(tobias)
    for (const [key, answer] of before) expect([key, now.get(key)]).toEqual([key, answer])
  })

  test('as a target of a merging it does not exist', async () => {
    const { reference } = await build.write(lena as never, { subject: 'Noch etwas' })
    for (const into of [hidden.reference, absent.reference])
      await expect(theke.runner.run(merge, tobias, { reference, into })).rejects.toMatchObject({
        issues: [{ path: ['into'], key: 'requests.desk.merge.noSuch' }],
      })
    // Who sees both does not merge them either: what one team sees would lead to what it does not.
    await expect(theke.runner.run(merge, petra, { reference, into: hidden.reference })).rejects.toMatchObject({
      issues: [{ key: 'requests.desk.merge.teamOnly' }],
    })
  })

  test('is not counted among those that hang on a known error', async () => {
    expect((await theke.runner.run(readKnownError, tobias, { error: hidden.error })).attached).toBe(1)
    expect((await theke.runner.run(readKnownError, petra, { error: hidden.error })).attached).toBe(2)
  })

  test('live, search and files tell nothing', async () => {
    await theke.runner.inCtx(tobias, async (ctx) => {
      expect(await deskLive.mayHear(ctx, hidden.id)).toBe(false)
      const event = { id: 1, type: 'request.noted', subject: { kind: 'request', id: hidden.id }, payload: {} } as never
      const messages = deskLive.of(event).filter((message) => message.topic === 'desk')
      expect(JSON.stringify(messages)).not.toContain(hidden.id)
      const [group] = await findables.of(ctx, event)
      const [found] = group?.findables ?? []
      expect([found?.owner, ...(found?.readers ?? [])]).toEqual([lena.actor.personId])
      expect(await mayReadFile(ctx, { id: newId(), owner: `request:${hidden.id}` } as never)).toBe(false)
    })
  })

  test('nobody is told of it who may not see it', async () => {
    await expect(
      theke.runner.run(addNote, petra, { reference: hidden.reference, note: 'Bitte @Tobias Lindner' }),
    ).rejects.toMatchObject({ issues: [{ path: ['note'], key: 'requests.desk.noteHidden' }] })
    await theke.drain()
    const told = await theke.db.selectFrom('notifications').select(['person_id', 'title']).execute()
    expect(
      told.filter((one) => one.person_id === tobias.actor.personId && JSON.stringify(one).includes('Vorgesetzten')),
    ).toEqual([])
    const mails = (await build.mails()).filter((mail) => JSON.stringify(mail).includes('Vorgesetzten'))
    expect(mails.map((mail) => mail.to_email)).not.toContain('team@example.org')
  })
})

describe('the same request', () => {
  test('is seen by its team, by who oversees and by whoever wrote it', async () => {
    for (const call of [petra, overseer])
      expect((await theke.runner.run(readForDesk, call, { reference: hidden.reference })).subject).toContain(
        'Vorgesetzten',
      )
    const own = await theke.runner.run(listMine, lena, { show: 'all' })
    expect(own.items.map((item) => item.reference)).toContain(hidden.reference)
  })

  test('goes to its team when an agent gives it that kind, and away from them', async () => {
    const { reference } = await build.write(lena as never, { subject: 'Doch eine Beschwerde' })
    await theke.runner.run(take, tobias, { reference })
    await theke.runner.run(change, tobias, { reference, type: 'complaint' })
    await expect(theke.runner.run(readForDesk, tobias, { reference })).rejects.toMatchObject({ code: 'not_found' })
    expect((await theke.runner.run(readForDesk, petra, { reference })).assignee).toBeNull()
  })
})
