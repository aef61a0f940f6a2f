import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../../../../kernel/runner.ts'
import { openTheke } from '../../../../test/theke.ts'
import { read } from '../../operations/read.ts'
import { builders } from '../../test/builders.ts'
import { LEAD } from '../leading.ts'
import { addNote } from '../operations/add-note.ts'
import { announce } from '../operations/announce.ts'
import { answer } from '../operations/answer.ts'
import { answerKnownError } from '../operations/answer-known-error.ts'
import { attach } from '../operations/attach.ts'
import { change } from '../operations/change.ts'
import { changeMany } from '../operations/change-many.ts'
import { countQueues } from '../operations/count-queues.ts'
import { fillTemplate } from '../operations/fill-template.ts'
import { joinIncident } from '../operations/join-incident.ts'
import { keepMacro } from '../operations/keep-macro.ts'
import { keepTemplate } from '../operations/keep-template.ts'
import { keepView } from '../operations/keep-view.ts'
import { listQueue } from '../operations/list-queue.ts'
import { merge } from '../operations/merge.ts'
import { raiseKnownError } from '../operations/raise-known-error.ts'
import { readContext } from '../operations/read-context.ts'
import { readForDesk } from '../operations/read-for-desk.ts'
import { readIncident } from '../operations/read-incident.ts'
import { runMacro } from '../operations/run-macro.ts'
import { setAssignment } from '../operations/set-assignment.ts'
import { setSkills } from '../operations/set-skills.ts'
import { sitDown } from '../operations/sit-down.ts'
import { split } from '../operations/split.ts'
import { unmerge } from '../operations/unmerge.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let elif: Call
let tobias: Call
let petra: Call
let team: string
let reference: string
let now = new Date('2026-11-24T09:00:00Z')

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = builders(theke)
  elif = await build.person('Elif')
  tobias = await agent('Tobias Lindner')
  petra = await agent('Petra Vogt')
  const made = await theke.db
    .insertInto('teams')
    .values({ key: 'netz-test', names: JSON.stringify({ de: 'Netz' }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  team = made.id
  await theke.db
    .insertInto('team_members')
    .values({ team_id: team, person_id: String(petra.actor.personId) })
    .execute()
})
beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00Z')
  await theke.db.deleteFrom('requests').execute()
  await theke.db.deleteFrom('known_errors').execute()
  await theke.drain()
  await theke.db.deleteFrom('mails').execute()
  reference = (await build.write(elif)).reference
})

/** Somebody who holds the role of those who work at the desk. */
async function agent(name: string): Promise<Call> {
  const call = await build.person(name, ['requests.work'])
  const role = await theke.db.selectFrom('roles').select('id').where('key', '=', 'agent').executeTakeFirstOrThrow()
  await theke.db
    .insertInto('person_roles')
    .values({ person_id: String(call.actor.personId), role_id: role.id })
    .execute()
  return call
}

/** The same person with what a team's lead may. */
function leading(call: Call): Call {
  return { ...call, actor: { ...call.actor, permissions: new Set([...call.actor.permissions, LEAD]) } }
}

const references = async (call: Call, filter: object) =>
  (await theke.runner.run(listQueue, call, filter)).items.map((item) => item.reference)

describe('lists', () => {
  test('by queue, team, tag and words', async () => {
    const other = (await build.write(build.visitor(), { subject: 'Zähler steht', email: 'k@example.org' })).reference
    await theke.runner.run(change, tobias, { reference, team, addTags: ['Zähler Stand'] })
    expect(await references(tobias, { queue: 'to-do', team })).toEqual([reference])
    expect(await references(tobias, { queue: 'all', tag: 'zähler-stand' })).toEqual([reference])
    expect(await references(tobias, { queue: 'all', words: 'zähler st' })).toEqual([other])
    expect(await references(tobias, { queue: 'all', words: 'k@example' })).toEqual([other])
    expect(await references(tobias, { queue: 'all', words: 'elif' })).toEqual([reference])
    expect(await references(tobias, { queue: 'all', words: reference.toLowerCase() })).toEqual([reference])
    await theke.runner.run(change, tobias, { reference, assignee: 'me' })
    expect(await references(tobias, { queue: 'nobody' })).toEqual([other])
    expect(await references(tobias, { queue: 'mine' })).toEqual([reference])
  })

  test('counts, and views shared with a team', async () => {
    await theke.runner.run(keepView, petra, { name: 'Netz offen', filter: { queue: 'to-do', team }, team })
    await expect(theke.runner.run(keepView, tobias, { name: 'x', filter: {}, team })).rejects.toMatchObject({
      code: 'invalid',
    })
    const counts = await theke.runner.run(countQueues, petra, {})
    expect(counts.queues.find((one) => one.queue === 'nobody')?.count).toBe(1)
    expect(counts.views).toMatchObject([{ name: 'Netz offen', isShared: true, count: 0 }])
    expect((await theke.runner.run(countQueues, tobias, {})).views).toEqual([])
  })

  test('a kind that its team keeps to itself is seen by nobody else, on any path', async () => {
    await theke.runner.run(change, tobias, { reference, team, type: 'complaint' })
    await theke.db.updateTable('request_types').set({ team_only: true }).where('key', '=', 'complaint').execute()
    expect(await references(petra, { queue: 'all' })).toEqual([reference])
    expect(await references(tobias, { queue: 'all' })).toEqual([])
    await expect(theke.runner.run(readForDesk, tobias, { reference })).rejects.toMatchObject({ code: 'not_found' })
    await expect(theke.runner.run(answer, tobias, { reference, message: 'x' })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(
      (await theke.runner.run(changeMany, tobias, { references: [reference], assignee: 'me' })).results,
    ).toMatchObject([{ done: false }])
    await theke.db.updateTable('request_types').set({ team_only: false }).execute()
  })
})

describe('together', () => {
  test('one sees who else is there and writing, and keeps a draft', async () => {
    await theke.runner.run(sitDown, petra, { reference, isWriting: true, draft: { as: 'note', text: 'Halb ferti' } })
    const seen = await theke.runner.run(sitDown, tobias, { reference })
    expect(seen.others).toMatchObject([{ name: 'Petra Vogt', isWriting: true }])
    expect((await theke.runner.run(readForDesk, petra, { reference })).draft).toEqual({
      as: 'note',
      text: 'Halb ferti',
    })
    expect((await theke.runner.run(readForDesk, tobias, { reference })).draft).toBeNull()
    now = new Date(now.getTime() + 120_000)
    expect((await theke.runner.run(sitDown, tobias, { reference })).others).toEqual([])
  })

  test('whoever answers second reads the first answer before', async () => {
    const seen = (await theke.runner.run(readForDesk, tobias, { reference })).entries.at(-1)?.id
    await theke.runner.run(answer, petra, { reference, message: 'Wir kommen.', seen })
    await expect(theke.runner.run(answer, tobias, { reference, message: 'Auch ich', seen })).rejects.toMatchObject({
      reason: 'requests.answered_meanwhile',
    })
  })

  test('who is named in a note is told and follows', async () => {
    const after = await theke.runner.run(addNote, tobias, { reference, note: 'Weißt du das, @petra vogt?' })
    expect(after.watchers.map((one) => one.name)).toEqual(['Petra Vogt'])
    await theke.drain()
    expect((await build.mails()).map((mail) => mail.to_email)).toContain(petra.actor.email)
  })

  test('a team that shares out evenly gives what is handed to it to somebody of its own', async () => {
    await expect(theke.runner.run(setAssignment, tobias, { team, assignment: 'balanced' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const lead = leading(petra)
    await theke.runner.run(setAssignment, lead, { team, assignment: 'balanced' })
    const person = String(petra.actor.personId)
    await expect(theke.runner.run(setSkills, tobias, { person })).rejects.toMatchObject({ code: 'forbidden' })
    await theke.runner.run(setSkills, petra, { person, capacity: 0 })
    await theke.runner.run(change, tobias, { reference, team })
    await theke.drain()
    expect((await theke.runner.run(readForDesk, tobias, { reference })).assignee).toBeNull()
    await theke.runner.run(setSkills, petra, { person, capacity: 1 })
    await theke.runner.run(change, tobias, { reference, team: 'nobody' })
    await theke.runner.run(change, tobias, { reference, team })
    await theke.drain()
    expect((await theke.runner.run(readForDesk, tobias, { reference })).assignee?.name).toBe('Petra Vogt')
    await theke.runner.run(setSkills, petra, { person })
    await theke.runner.run(setAssignment, lead, { team, assignment: 'manual' })
  })
})

describe('many at once', () => {
  test('a row that cannot be changed is named, the others are changed', async () => {
    const closed = (await build.write(elif)).reference
    await theke.runner.run(change, tobias, { reference: closed, state: 'closed', reason: 'notOurs' })
    const { results } = await theke.runner.run(changeMany, tobias, {
      references: [reference, closed, 'R-1-A'],
      assignee: 'me',
    })
    expect(results.map((row) => row.done)).toEqual([true, false, false])
    expect((await theke.runner.run(readForDesk, tobias, { reference })).assignee?.name).toBe('Tobias Lindner')
  })

  test('a macro answers in the requester’s language, sets and hands over; half of it is never done', async () => {
    const { id: template } = await theke.runner.run(keepTemplate, tobias, {
      name: 'Rückfrage',
      bodies: { de: 'Guten Tag {name}, zu {reference}. {me} {unknown}' },
    })
    expect(await theke.runner.run(fillTemplate, tobias, { reference, template })).toEqual({
      text: `Guten Tag Elif, zu ${reference}. Tobias Lindner {unknown}`,
    })
    const { id: macro } = await theke.runner.run(keepMacro, tobias, {
      name: 'Fragen',
      steps: [
        { do: 'answer', template, state: 'waiting' },
        { do: 'change', change: { addTags: ['gefragt'] } },
        { do: 'change', change: { type: 'nie-gesehen' } },
      ],
    })
    const refused = await theke.runner.run(runMacro, tobias, { macro, references: [reference] })
    expect(refused.results).toMatchObject([{ done: false }])
    expect(await theke.runner.run(readForDesk, tobias, { reference })).toMatchObject({ state: 'new', tags: [] })
    await theke.runner.run(keepMacro, tobias, {
      id: macro,
      name: 'Fragen',
      steps: [
        { do: 'answer', template, state: 'waiting' },
        { do: 'change', change: { addTags: ['gefragt'] } },
      ],
    })
    await theke.runner.run(runMacro, tobias, { macro, references: [reference] })
    expect(await theke.runner.run(readForDesk, tobias, { reference })).toMatchObject({
      state: 'waiting',
      tags: ['gefragt'],
    })
  })
})

describe('merging and splitting', () => {
  test('not a word is lost, links lead on, and a day long it can be undone', async () => {
    const later = await build.write(elif, { subject: 'Noch dunkel', message: 'Immer noch.' })
    await theke.runner.run(merge, tobias, { reference: later.reference, into: reference })
    const seen = await theke.runner.run(read, elif, { request: later.link })
    expect(seen.reference).toBe(reference)
    expect(seen.entries.map((entry) => entry.body)).toEqual(expect.arrayContaining(['Seit drei Tagen.', 'Immer noch.']))
    const atDesk = await theke.runner.run(readForDesk, tobias, { reference })
    expect(atDesk.entries.find((entry) => entry.body === 'Immer noch.')?.detail).toMatchObject({
      origin: later.reference,
    })
    await theke.runner.run(unmerge, tobias, { reference: later.reference })
    expect((await theke.runner.run(read, elif, { request: later.reference })).state).toBe('new')
    await theke.runner.run(merge, tobias, { reference: later.reference, into: reference })
    now = new Date(now.getTime() + 25 * 3_600_000)
    await expect(theke.runner.run(unmerge, tobias, { reference: later.reference })).rejects.toMatchObject({
      reason: 'requests.too_late',
    })
  })

  test('requests of different people are not merged', async () => {
    const other = (await build.write(await build.person('Ben'))).reference
    await expect(theke.runner.run(merge, tobias, { reference: other, into: reference })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test('splitting takes what was chosen along', async () => {
    await theke.runner.run(addNote, tobias, { reference, note: 'Gehört woanders hin' })
    const note = (await theke.runner.run(readForDesk, tobias, { reference })).entries.find((one) => one.kind === 'note')
    const made = await theke.runner.run(split, tobias, {
      reference,
      subject: 'Das andere',
      entries: [String(note?.id)],
    })
    expect(made).toMatchObject({ subject: 'Das andere', requester: { name: 'Elif' } })
    expect(made.entries.map((entry) => entry.body)).toContain('Gehört woanders hin')
    const left = await theke.runner.run(readForDesk, tobias, { reference })
    expect(left.entries.map((entry) => entry.body)).not.toContain('Gehört woanders hin')
    await expect(
      theke.runner.run(split, tobias, { reference, subject: 'x', entries: [String(note?.id)] }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('known errors', () => {
  test('one answer reaches all, each in its own language, and solves them', async () => {
    const greek = await build.write({ ...(await build.person('Sofia', [], 'web', 'el')) }, { subject: 'Σκοτεινά' })
    const known = await theke.runner.run(raiseKnownError, tobias, { reference, title: 'Laterne 114' })
    await theke.runner.run(attach, tobias, { error: known.reference, references: [greek.reference] })
    expect((await theke.runner.run(readForDesk, tobias, { reference })).knownError).toMatchObject({ others: 1 })
    const done = await theke.runner.run(answerKnownError, tobias, {
      error: known.reference,
      texts: { de: 'Sie leuchtet, {name}.', el: 'Ανάβει, {name}.' },
      isSolved: true,
    })
    expect(done).toEqual({ answered: 2, left: 0 })
    const seen = await theke.runner.run(readForDesk, tobias, { reference: greek.reference })
    expect(seen).toMatchObject({ state: 'solved' })
    expect(seen.entries.map((entry) => entry.body)).toContain('Ανάβει, Sofia.')
    await expect(
      theke.runner.run(attach, tobias, { error: known.reference, references: [reference] }),
    ).resolves.toMatchObject({ results: [{ done: false }] })
  })

  test('a major incident is found by those whom it affects, and "mine too" hangs a request on it', async () => {
    const known = await theke.runner.run(raiseKnownError, tobias, { reference, title: 'Oststadt' })
    await expect(theke.runner.run(readIncident, elif, { error: known.reference })).rejects.toMatchObject({
      code: 'not_found',
    })
    await theke.runner.run(announce, tobias, {
      error: known.reference,
      texts: { de: { title: 'Oststadt ohne Internet', text: 'Wir tauschen den Verteiler.' } },
    })
    await theke.settled()
    const visitor = build.visitor()
    const found = theke.search.search({ text: 'oststadt internet', lang: 'de', audiences: new Set(), person: null })
    expect(found.hits.map((hit) => hit.doc.kind)).toContain('incident')
    await expect(theke.runner.run(joinIncident, visitor, { error: known.reference })).rejects.toMatchObject({
      code: 'invalid',
    })
    const joined = await theke.runner.run(joinIncident, visitor, { error: known.reference, email: 'a@example.org' })
    expect((await theke.runner.run(readForDesk, tobias, { reference: joined.reference })).knownError).toMatchObject({
      reference: known.reference,
    })
  })
})

test('the context says what else the person wrote and what is similar', async () => {
  const other = (await build.write(elif, { subject: 'Etwas ganz anderes' })).reference
  const alike = (await build.write(build.visitor(), { subject: 'Straßenlaterne ist dunkel', email: 'x@example.org' }))
    .reference
  const context = await theke.runner.run(readContext, tobias, { reference })
  expect(context.person).toMatchObject({ name: 'Elif' })
  expect(context.others.map((one) => one.reference)).toEqual([other])
  expect(context.similar.map((one) => one.reference)).toEqual([alike])
})
