import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Call } from '../../../../kernel/runner.ts'
import { openTheke } from '../../../../test/theke.ts'
import { answer } from '../../desk/operations/answer.ts'
import { listMine } from '../../operations/list-mine.ts'
import { read } from '../../operations/read.ts'
import { reply } from '../../operations/reply.ts'
import { withdraw } from '../../operations/withdraw.ts'
import { builders } from '../../test/builders.ts'
import { share } from '../operations/share.ts'
import { unshare } from '../operations/unshare.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let elif: Call
let ben: Call
let stranger: Call
let reference: string

beforeAll(async () => {
  theke = await openTheke()
  build = builders(theke)
  elif = await build.person('Elif')
  ben = await build.person('Ben')
  stranger = await build.person('Zoe')
  await build.organisation('werk', [elif, ben])
})
beforeEach(async () => {
  ;({ reference } = await build.write(elif, { subject: 'Vertraulicher Zählertausch' }))
})

const ofBen = () => ({ request: reference, person: ben.actor.personId as string })

test('is private by default, and readable for whom it is shared with, on every path', async () => {
  await expect(theke.runner.run(read, ben, { request: reference })).rejects.toMatchObject({ code: 'not_found' })
  await theke.runner.run(share, elif, ofBen())
  const seen = await theke.runner.run(read, ben, { request: reference })
  expect(seen).toMatchObject({ relation: 'reader', tracking: null, mayWithdraw: false, mayShare: false, shares: [] })
  const { items } = await theke.runner.run(listMine, ben, { scope: 'shared' })
  expect(items.map((one) => one.reference)).toContain(reference)
  await theke.settled()
  const find = (person: string | null) =>
    theke.search.search({ text: 'Zählertausch', lang: 'de', audiences: new Set(), person }).hits.length
  expect(find(ben.actor.personId)).toBe(1)
  expect(find(stranger.actor.personId)).toBe(0)
  await theke.runner.run(reply, ben, { request: reference, message: 'Ich kümmere mich.' })
})

test('tells the reader by mail, and copies answers when that was asked for', async () => {
  await theke.drain()
  await theke.db.deleteFrom('mails').execute()
  await theke.runner.run(share, elif, { ...ofBen(), copied: true })
  const agent = await build.person('Tobias', ['requests.work'])
  await theke.runner.run(answer, agent, { reference, message: 'Morgen um acht.', state: 'open' })
  await theke.drain()
  const mails = (await build.mails()).filter((mail) => mail.to_email === ben.actor.email)
  expect(mails.map((mail) => mail.subject).sort()).toEqual([
    expect.stringContaining('Antwort'),
    expect.stringContaining('teilt ein Anliegen'),
  ])
})

test('ends when it is taken back', async () => {
  const { shares } = await theke.runner.run(share, elif, ofBen())
  const seen = await theke.runner.run(unshare, elif, { request: reference, reader: shares[0]?.id ?? '' })
  expect(seen.entries.filter((entry) => entry.kind === 'share')).toHaveLength(2)
  await expect(theke.runner.run(read, ben, { request: reference })).rejects.toMatchObject({ code: 'not_found' })
})

test('everybody with a role reads it, nobody else', async () => {
  const role = await theke.db
    .selectFrom('roles')
    .select(['id', 'key'])
    .where('key', '=', 'editor')
    .executeTakeFirstOrThrow()
  await theke.runner.run(share, elif, { request: reference, role: role.id })
  const editor = build.withFacts(stranger, { role: ['editor'] })
  expect(await theke.runner.run(read, editor, { request: reference })).toMatchObject({ relation: 'reader' })
  await expect(theke.runner.run(read, ben, { request: reference })).rejects.toMatchObject({ code: 'not_found' })
})

test.each([
  ['with a stranger', () => ({ request: reference, person: stranger.actor.personId as string }), 'invalid'],
  ['with nobody', () => ({ request: reference }), 'invalid'],
])('refuses to share %s', async (_, input, code) => {
  await expect(theke.runner.run(share, elif, input())).rejects.toMatchObject({ code })
})

test('refuses to share twice, and what is not one’s own', async () => {
  await theke.runner.run(share, elif, ofBen())
  await expect(theke.runner.run(share, elif, ofBen())).rejects.toMatchObject({ code: 'invalid' })
  await expect(
    theke.runner.run(share, ben, { ...ofBen(), person: elif.actor.personId as string }),
  ).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(theke.runner.run(withdraw, ben, { request: reference })).rejects.toMatchObject({ code: 'not_found' })
})

test('who may, sees all of their organisation; others of it see nothing', async () => {
  const { id } = await theke.db
    .selectFrom('organisations')
    .select('id')
    .where('key', '=', 'werk')
    .executeTakeFirstOrThrow()
  await theke.db
    .updateTable('requests')
    .set({ organisation_id: id })
    .where('number', '=', Number(reference.split('-')[1]))
    .execute()
  const member = build.withFacts(ben, { organisation: ['werk'] })
  await expect(theke.runner.run(read, member, { request: reference })).rejects.toMatchObject({ code: 'not_found' })
  const lead = build.withFacts(ben, { organisation: ['werk'] }, ['requests.organisation'])
  expect(await theke.runner.run(read, lead, { request: reference })).toMatchObject({ relation: 'reader' })
  const { items } = await theke.runner.run(listMine, lead, { scope: 'organisation' })
  expect(items.map((one) => one.reference)).toEqual([reference])
  const elsewhere = build.withFacts(stranger, { organisation: ['other'] }, ['requests.organisation'])
  await expect(theke.runner.run(read, elsewhere, { request: reference })).rejects.toMatchObject({ code: 'not_found' })
})
