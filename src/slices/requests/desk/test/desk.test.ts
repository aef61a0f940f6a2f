import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StoredFile } from '../../../../kernel/files.ts'
import type { Call } from '../../../../kernel/runner.ts'
import { openTheke } from '../../../../test/theke.ts'
import { mayReadFile, personalData } from '../../contributes.ts'
import { read } from '../../operations/read.ts'
import { builders } from '../../test/builders.ts'
import { addNote } from '../operations/add-note.ts'
import { answer } from '../operations/answer.ts'
import { changeState } from '../operations/change-state.ts'
import { listQueue } from '../operations/list-queue.ts'
import { readForDesk } from '../operations/read-for-desk.ts'
import { take } from '../operations/take.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let elif: Call
let tobias: Call
let reference: string

beforeAll(async () => {
  theke = await openTheke()
  build = builders(theke)
  elif = await build.person('Elif')
  tobias = await build.person('Tobias', ['requests.work'])
})
beforeEach(async () => {
  await theke.db.deleteFrom('requests').execute()
  await theke.db.deleteFrom('mails').execute()
  reference = (await build.write(elif, { question: 'laterne', read: [{ title: 'Licht', path: '/articles/licht' }] }))
    .reference
  await theke.drain()
  await theke.db.deleteFrom('mails').execute()
})

describe('the desk', () => {
  test('sees who wrote, what they had asked and read, and their other requests', async () => {
    await build.write(elif, { subject: 'Noch etwas' })
    expect(await theke.runner.run(readForDesk, tobias, { reference })).toMatchObject({
      requester: { name: 'Elif' },
      handedOver: { question: 'laterne', read: [{ title: 'Licht', path: '/articles/licht' }] },
      next: ['open', 'waiting', 'solved', 'closed'],
    })
  })

  test.each([
    ['the queue', (call: Call) => theke.runner.run(listQueue, call, {})],
    ['a request', (call: Call) => theke.runner.run(readForDesk, call, { reference })],
    ['answering', (call: Call) => theke.runner.run(answer, call, { reference, message: 'x' })],
    ['a note', (call: Call) => theke.runner.run(addNote, call, { reference, note: 'x' })],
    ['a state', (call: Call) => theke.runner.run(changeState, call, { reference, state: 'solved' })],
    ['taking over', (call: Call) => theke.runner.run(take, call, { reference })],
  ])('is closed to everybody else: %s', async (_, attempt) => {
    await expect(attempt(elif)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(attempt(build.visitor())).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('answers: the requester is told in a mail, and sees it', async () => {
    const after = await theke.runner.run(answer, tobias, { reference, message: 'Welche Nummer hat\ndie Laterne?' })
    expect(after).toMatchObject({ state: 'waiting', assignee: { name: 'Tobias' } })
    await theke.drain()
    const [mail] = await build.mails()
    expect(mail).toMatchObject({ to_email: elif.actor.email })
    expect(mail?.body_text).toContain('> Welche Nummer hat\n> die Laterne?')
    expect(mail?.body_text).toContain(`/de/requests/${reference}`)
    const seen = await theke.runner.run(read, elif, { request: reference })
    expect(seen.entries.map((entry) => [entry.kind, entry.author])).toEqual([
      ['message', 'Elif'],
      ['message', 'Tobias'],
      ['state', 'Tobias'],
    ])
    expect(seen.answeredAt).not.toBeNull()
  })

  test('notes stay at the desk', async () => {
    const noted = await theke.runner.run(addNote, tobias, { reference, note: 'Kundin ist verärgert' })
    expect(noted.entries.map((entry) => entry.kind)).toEqual(['message', 'note'])
    await theke.drain()
    await theke.settled()
    const seen = await theke.runner.run(read, elif, { request: reference })
    expect(JSON.stringify(seen)).not.toContain('verärgert')
    expect(await build.mails()).toEqual([])
    const found = theke.search.search({
      text: 'verärgert',
      lang: 'de',
      audiences: new Set(),
      person: elif.actor.personId,
    })
    expect(found.hits).toEqual([])
  })

  test('files of notes stay at the desk', async () => {
    const file = await build.upload(tobias)
    const row = await theke.db.selectFrom('requests').select('id').executeTakeFirstOrThrow()
    await theke.http.filesFor(tobias.actor.personId).claim([file.id], `request:${row.id}`)
    const stored = { ...file, owner: `request:${row.id}` } as StoredFile
    expect(await theke.runner.inCtx(elif, (ctx) => mayReadFile(ctx, stored))).toBe(false)
    expect(await theke.runner.inCtx(tobias, (ctx) => mayReadFile(ctx, stored))).toBe(true)
    expect(await theke.runner.inCtx(build.visitor(), (ctx) => mayReadFile(ctx, stored))).toBe(false)
  })

  test('a step that the table does not know is refused', async () => {
    await theke.runner.run(changeState, tobias, { reference, state: 'solved' })
    await expect(theke.runner.run(changeState, tobias, { reference, state: 'waiting' })).rejects.toMatchObject({
      reason: 'requests.no_such_step',
    })
    expect(await theke.runner.run(changeState, tobias, { reference, state: 'closed' })).toMatchObject({
      ending: 'solved',
    })
    await expect(theke.runner.run(answer, tobias, { reference, message: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(theke.runner.run(take, tobias, { reference })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('taking over makes it mine', async () => {
    await theke.runner.run(take, tobias, { reference })
    expect(await theke.runner.run(listQueue, tobias, { queue: 'mine' })).toMatchObject({
      items: [{ reference, state: 'open' }],
    })
  })

  test('the queue begins with the earliest promise and goes on page by page', async () => {
    const second = await build.write(elif, { subject: 'Später' })
    const first = await theke.runner.run(listQueue, tobias, { limit: 1 })
    expect(first).toMatchObject({ items: [{ reference, requester: 'Elif', latest: 'Seit drei Tagen.' }] })
    const next = await theke.runner.run(listQueue, tobias, { limit: 1, cursor: first.next ?? undefined })
    expect(next).toMatchObject({ items: [{ reference: second.reference }], next: null })
  })

  test('what is solved is not to be done any more', async () => {
    await theke.runner.run(answer, tobias, { reference, message: 'Sie leuchtet wieder.', state: 'solved' })
    expect(await theke.runner.run(listQueue, tobias, {})).toMatchObject({ items: [] })
    expect(await theke.runner.run(listQueue, tobias, { queue: 'done' })).toMatchObject({ items: [{ reference }] })
  })
})

test('erasing a person keeps the case and takes them out of it', async () => {
  await theke.runner.run(answer, tobias, { reference, message: 'Liebe Elif' })
  const id = elif.actor.personId as string
  const exported = await theke.runner.inCtx(tobias, (ctx) => personalData.export(ctx, id))
  expect(JSON.stringify(exported)).toContain('Seit drei Tagen.')
  await theke.runner.inCtx(tobias, (ctx) => personalData.erase(ctx, id))
  const left = await theke.runner.run(readForDesk, tobias, { reference })
  expect(left.state).toBe('waiting')
  expect(JSON.stringify(left)).not.toMatch(/Elif|Straßenlaterne|drei Tagen|laterne/)
})
