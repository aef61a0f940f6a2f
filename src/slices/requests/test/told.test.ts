import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { slices } from '../../../slices.ts'
import { openTheke } from '../../../test/theke.ts'
import { decideApproval } from '../approvals/operations/decide-approval.ts'
import { nameSubstitute } from '../approvals/operations/name-substitute.ts'
import { addNote } from '../desk/operations/add-note.ts'
import { answer } from '../desk/operations/answer.ts'
import { change } from '../desk/operations/change.ts'
import { merge } from '../desk/operations/merge.ts'
import { split } from '../desk/operations/split.ts'
import { take } from '../desk/operations/take.ts'
import { unmerge } from '../desk/operations/unmerge.ts'
import { takeTask } from '../fulfilment/operations/take-task.ts'
import { read } from '../operations/read.ts'
import { reply } from '../operations/reply.ts'
import { withdraw } from '../operations/withdraw.ts'
import { processBuilders } from '../process/test/builders.ts'
import { share } from '../sharing/operations/share.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof processBuilders>
let lena: Call
let bob: Call
let petra: Call
let tobias: Call
let team: string
let reference: string

beforeAll(async () => {
  theke = await openTheke()
  build = processBuilders(theke)
  await build.hours()
  lena = await build.person('Lena')
  bob = await build.person('Bob', [], 'web', 'en')
  await build.organisation('works', [lena, bob] as never)
  petra = await agent('Petra Vogt')
  tobias = await agent('Tobias Lindner')
  team = await build.team(petra as never)
})
beforeEach(async () => {
  reference = (await build.write(lena as never, { subject: 'Drucker' })).reference
  await forget()
})

async function agent(name: string): Promise<Call> {
  const call = await build.person(name, ['requests.work'])
  const role = await theke.db.selectFrom('roles').select('id').where('key', '=', 'agent').executeTakeFirstOrThrow()
  const person_id = String(call.actor.personId)
  await theke.db.insertInto('person_roles').values({ person_id, role_id: role.id }).execute()
  return call
}

/** What was told until now is told. */
async function forget() {
  await theke.drain()
  await theke.db.deleteFrom('mails').execute()
  await theke.db.deleteFrom('notifications').execute()
}

/** Everything that was told: who by which kind in the portal, and who by how many mails. */
async function told() {
  await theke.drain()
  const people = new Map([lena, bob, petra, tobias].map((one) => [one.actor.personId, one.actor]))
  const bells = await theke.db.selectFrom('notifications').select(['person_id', 'kind']).execute()
  const mails = await build.mails()
  return {
    bells: bells.map((one) => `${people.get(one.person_id)?.name}: ${one.kind}`).sort(),
    mails: mails
      .map((one) => [...people.values()].find(({ email }) => email === one.to_email)?.name ?? one.to_email)
      .sort(),
  }
}

/** One message in the portal and one mail for everybody named, and nothing else. */
const each = (...who: [name: string, kind: string][]) => ({
  bells: who.map(([name, kind]) => `${name}: requests.${kind}`).sort(),
  mails: who.map(([name]) => name).sort(),
})

describe('each is told once in the portal and once by mail', () => {
  test('of an answer, and of what was solved with it', async () => {
    await theke.runner.run(answer, petra, { reference, message: 'Neu gestartet?', state: 'solved' })
    expect(await told()).toEqual(each(['Lena', 'answered']))
  })

  test('of what was closed without a solution and without a word; nothing more when it was solved before', async () => {
    await theke.runner.run(change, petra, { reference, state: 'closed', reason: 'notOurs' })
    expect(await told()).toEqual(each(['Lena', 'solved']))
    const { reference: other } = await build.write(lena as never, { subject: 'Tastatur' })
    await theke.runner.run(change, petra, { reference: other, state: 'solved' })
    await forget()
    await theke.runner.run(change, petra, { reference: other, state: 'closed' })
    expect(await told()).toEqual(each())
  })

  test('of a request given to them; not of one that they take themselves', async () => {
    await theke.runner.run(take, petra, { reference })
    expect(await told()).toEqual(each())
    await theke.runner.run(change, petra, { reference, assignee: String(tobias.actor.personId) })
    expect(await told()).toEqual(each(['Tobias Lindner', 'given']))
  })

  test('of a note that names them, and of replies from then on', async () => {
    await theke.runner.run(take, petra, { reference })
    await theke.runner.run(addNote, petra, { reference, note: 'Kennst du das, @Tobias Lindner?' })
    expect(await told()).toEqual(each(['Tobias Lindner', 'mentioned']))
    await forget()
    await theke.runner.run(reply, lena, { request: reference, message: 'Ja, schon zweimal.' })
    const { bells, mails } = await told()
    expect(bells).toEqual(each(['Petra Vogt', 'followed'], ['Tobias Lindner', 'followed']).bells)
    // The address of the counter hears as well.
    expect(mails).toEqual(['Petra Vogt', 'Tobias Lindner', 'team@example.org'])
    await forget()
    await theke.runner.run(withdraw, lena, { request: reference })
    expect(await told()).toEqual(each(['Petra Vogt', 'followed'], ['Tobias Lindner', 'followed']))
  })

  test('of what they are to approve, whatever they have chosen, and of the outcome', async () => {
    await build.order(lena as never, [
      {
        approval: {
          mayApproveOwn: false,
          stages: [
            {
              need: 'all',
              steps: [{ key: 'it', approver: { kind: 'person', personId: String(petra.actor.personId) } }],
            },
          ],
        },
      } as never,
    ])
    const way = { kind: 'requests.approval', way: 'none' as const }
    await expect(theke.runner.run(preferences('set'), petra, { ways: [way] })).rejects.toMatchObject({
      code: 'invalid',
    })
    const { bells, mails } = await told()
    expect(bells).toEqual(each(['Lena', 'received'], ['Petra Vogt', 'approval']).bells)
    expect(mails).toEqual(['Lena', 'Petra Vogt', 'team@example.org'])
    const [mail] = (await build.mails()).filter((one) => one.to_email === petra.actor.email)
    expect(mail?.body_text).toMatch(/\/approve\/[\w-]{20,}/)
    expect(mail?.headers).toEqual({})
    const [ask] = await build.waiting(petra)
    await forget()
    await theke.runner.run(decideApproval, petra, { id: String(ask?.id), outcome: 'declined', reason: 'Zu teuer.' })
    expect(await told()).toEqual(each(['Lena', 'decided']))
  })

  test('of tasks: the team in the portal and the daily mail, whoever is given one at once', async () => {
    const work = { kind: 'task', key: 'set-up', title: { de: 'Einrichten' }, teamId: team, checklist: [] }
    await build.order(lena as never, [{ fulfilment: { stages: [{ work: [work] }] } } as never])
    expect((await told()).bells).toEqual(['Lena: requests.received', 'Petra Vogt: requests.taskOpened'])
    await theke.db
      .insertInto('team_members')
      .values({ team_id: team, person_id: String(tobias.actor.personId) })
      .execute()
    const { id } = await theke.db.selectFrom('fulfilment_work').select('id').executeTakeFirstOrThrow()
    await forget()
    await theke.runner.run(takeTask, petra, { id, assigneeId: String(tobias.actor.personId) })
    expect(await told()).toEqual(each(['Tobias Lindner', 'taskGiven']))
    await theke.db.deleteFrom('team_members').where('person_id', '=', tobias.actor.personId).execute()
  })

  test('of standing in for somebody', async () => {
    await theke.runner.run(nameSubstitute, lena, {
      substituteId: String(bob.actor.personId),
      from: new Date().toISOString().slice(0, 10),
      until: '2030-12-31',
    } as never)
    expect(await told()).toEqual(each(['Bob', 'substitute']))
  })
})

describe('putting together and splitting', () => {
  test('tell the requester and who reads along, who is shown no more than was shared', async () => {
    const other = (await build.write(lena as never, { subject: 'Drucker, noch einmal' })).reference
    await theke.runner.run(share, lena, { request: reference, person: String(bob.actor.personId) })
    await forget()
    await theke.runner.run(merge, petra, { reference, into: other })
    expect(await told()).toEqual(each(['Lena', 'moved'], ['Bob', 'moved']))
    const [own] = (await build.mails()).filter((one) => one.to_email === lena.actor.email)
    for (const word of [reference, other, `/requests/${other}`]) expect(own?.body_text).toContain(word)
    const [reading] = (await build.mails()).filter((one) => one.to_email === bob.actor.email)
    expect(reading?.subject).toContain(`goes on in ${other}`)
    expect(reading?.body_text).not.toContain('noch einmal')
    expect((await theke.runner.run(read, bob, { request: reference })).reference).toBe(reference)
    await expect(theke.runner.run(read, bob, { request: other })).rejects.toMatchObject({ code: 'not_found' })
    expect((await theke.runner.run(read, lena, { request: reference })).reference).toBe(other)
    await forget()
    await theke.runner.run(unmerge, petra, { reference })
    expect(await told()).toEqual(each(['Lena', 'moved'], ['Bob', 'moved']))
  })

  test('who reads the one in which it goes on does not read the other one’s words', async () => {
    const other = (await build.write(lena as never, { subject: 'Zweites', message: 'Geteiltes' })).reference
    await theke.runner.run(share, lena, { request: other, person: String(bob.actor.personId) })
    await theke.runner.run(merge, petra, { reference, into: other })
    const bodies = async (call: Call) =>
      (await theke.runner.run(read, call, { request: other })).entries.map((entry) => entry.body).filter(Boolean)
    expect(await bodies(bob)).toEqual(['Geteiltes'])
    expect(await bodies(lena)).toEqual(['Seit drei Tagen.', 'Geteiltes'])
  })

  test('a part taken out is told of once, not as something that has arrived', async () => {
    await theke.runner.run(reply, lena, { request: reference, message: 'Außerdem flackert das Licht.' })
    const { entries } = await theke.runner.run(read, lena, { request: reference })
    await forget()
    const part = await theke.runner.run(split, petra, {
      reference,
      subject: 'Licht flackert',
      entries: [String(entries.findLast((entry) => entry.kind === 'message')?.id)],
    })
    expect(await told()).toEqual(each(['Lena', 'moved']))
    const [mail] = await build.mails()
    for (const word of [reference, part.reference, 'Licht flackert', `/requests/${part.reference}`])
      expect(mail?.body_text).toContain(word)
  })

  test('those without an account get a mail with a link that leads there', async () => {
    const visitor = build.visitor('el')
    const written = { email: 'sofia@example.org' }
    const [first, second] = [
      await build.write(visitor, written),
      await build.write(visitor, { ...written, subject: 'Β' }),
    ]
    await forget()
    await theke.runner.run(merge, petra, { reference: first.reference, into: second.reference })
    expect(await told()).toEqual({ bells: [], mails: ['sofia@example.org'] })
    const link = /\/el\/track\/([\w-]+)/.exec((await build.mails())[0]?.body_text ?? '')?.[1] ?? ''
    expect((await theke.runner.run(read, visitor, { request: link })).reference).toBe(second.reference)
  })
})

test('people choose only among what can concern them', async () => {
  const kinds = async (call: Call) =>
    ((await theke.runner.run(preferences('read'), call, {})) as { kinds: { kind: string }[] }).kinds.map(
      (one) => one.kind,
    )
  expect(await kinds(lena)).not.toContain('requests.mentioned')
  expect(await kinds(petra)).toContain('requests.mentioned')
})

function preferences(what: 'read' | 'set') {
  const name = `notices.${what}Preferences`
  // biome-ignore lint/suspicious/noExplicitAny: made over the kinds of all slices, so that it has no import of its own
  return slices.flatMap((slice) => slice.operations).find((one) => one.name === name) as any
}
