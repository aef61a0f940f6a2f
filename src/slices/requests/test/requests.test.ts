import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { openTheke } from '../../../test/theke.ts'
import { listMine } from '../operations/list-mine.ts'
import { read } from '../operations/read.ts'
import { reply } from '../operations/reply.ts'
import { track } from '../operations/track.ts'
import { withdraw } from '../operations/withdraw.ts'
import { write } from '../operations/write.ts'
import { builders } from './builders.ts'

let now = new Date('2026-11-20T15:00:00Z')
let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let elif: Call
let ben: Call

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = builders(theke)
  elif = await build.person('Elif')
  ben = await build.person('Ben')
})
beforeEach(async () => {
  now = new Date('2026-11-20T15:00:00Z')
  await build.settle()
})

describe('writing', () => {
  test('gives a reference, a link and the promised moment', async () => {
    await build.hours()
    const written = await build.write(elif, {
      question: 'laterne kaputt',
      read: [{ title: 'Straßenlicht', path: '/articles/licht' }],
    })
    expect(written.reference).toMatch(/^R-\d{5}-[A-Z]$/)
    expect(written.promisedAt).toBe('2026-11-23T15:00:00.000Z')
    const request = await theke.runner.run(read, elif, { request: written.reference })
    expect(request).toMatchObject({
      subject: 'Straßenlaterne dunkel',
      state: 'new',
      isMine: true,
      tracking: null,
      mayWithdraw: true,
    })
    expect(request.entries).toMatchObject([
      { kind: 'message', side: 'requester', author: 'Elif', body: 'Seit drei Tagen.' },
    ])
  })

  test('mails a confirmation in the language of the requester, and tells the team', async () => {
    await build.hours()
    await build.write(build.visitor('el'), { email: 'SOFIA@example.org', name: 'Σοφία' })
    await theke.drain()
    const mails = await build.mails()
    expect(mails.map((mail) => mail.to_email).sort()).toEqual(['sofia@example.org', 'team@example.org'])
    const own = mails.find((mail) => mail.to_email === 'sofia@example.org')
    expect(own?.subject).toContain('Το μήνυμά σας ελήφθη')
    expect(own?.body_text).toMatch(/http:\/\/localhost:3000\/el\/track\/[\w-]{43}/)
    expect(own?.body_text).toContain('Δευτέρα')
  })

  test('needs no e-mail address; then there is nobody to mail', async () => {
    const written = await build.write(build.visitor())
    await theke.drain()
    expect((await build.mails()).map((mail) => mail.to_email)).not.toContain('')
    expect(await theke.runner.run(read, build.visitor(), { request: written.link })).toMatchObject({ isMine: false })
  })

  test('the same form twice is one request', async () => {
    const visitor = build.visitor('de', 'web')
    const formToken = await build.formToken(visitor)
    now = new Date(now.getTime() + 5000)
    const [first, second] = await Promise.all([
      build.write(visitor, { formToken }),
      build.write(visitor, { formToken }),
    ])
    expect(second).toEqual(first)
  })

  test('refuses what no form of ours sent, what came too quickly and what comes too late', async () => {
    const visitor = build.visitor('de', 'web')
    await expect(build.write(visitor)).rejects.toMatchObject({ reason: 'requests.form_expired' })
    await expect(build.write(visitor, { formToken: 'abc.def.ghi' })).rejects.toMatchObject({
      reason: 'requests.form_expired',
    })
    const formToken = await build.formToken(visitor)
    await expect(build.write(visitor, { formToken })).rejects.toMatchObject({ reason: 'requests.too_quick' })
    now = new Date(now.getTime() + 25 * 3_600_000)
    await expect(build.write(visitor, { formToken })).rejects.toMatchObject({ reason: 'requests.form_expired' })
  })

  test('refuses who fills the field that people do not see', async () => {
    await expect(build.write(build.visitor(), { website: 'https://spam.example' })).rejects.toMatchObject({
      issues: [{ path: ['website'], key: 'requests.write.leaveEmpty' }],
    })
  })

  test.each([
    ['no subject', { subject: '  ' }, 'subject'],
    ['no message', { message: '\n\n' }, 'message'],
    ['an address that is none', { email: 'sofia' }, 'email'],
    ['a reading list that leads elsewhere', { read: [{ title: 'x', path: 'https://evil.example' }] }, 'read'],
  ])('refuses %s', async (_, input, field) => {
    await expect(build.write(build.visitor(), input)).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: expect.arrayContaining([field]) }],
    })
  })

  test('takes own uploads along, refuses those of others', async () => {
    const file = await build.upload(elif)
    await expect(build.write(ben, { files: [file.id] })).rejects.toMatchObject({ code: 'not_found' })
    const { reference } = await build.write(elif, { files: [file.id] })
    const { entries } = await theke.runner.run(read, elif, { request: reference })
    expect(entries[0]?.files).toMatchObject([{ name: 'stand.txt', url: `/files/${file.id}/stand.txt` }])
  })

  test('has a limit for one person, and for one mailbox whoever names it', async () => {
    const busy = await build.person('Bruno')
    for (let n = 0; n < 20; n++) await build.write(busy)
    await expect(build.write(busy)).rejects.toMatchObject({ code: 'rate_limited' })
    for (let n = 0; n < 10; n++) await build.write(build.visitor(), { email: 'flooded@example.org' })
    await expect(build.write(build.visitor(), { email: 'flooded@example.org' })).rejects.toMatchObject({
      code: 'rate_limited',
    })
  })
})

describe('reading and following', () => {
  test('nobody reads the request of somebody else, by reference, link or code', async () => {
    const { reference, link, code } = await build.write(elif)
    await expect(theke.runner.run(read, ben, { request: reference })).rejects.toMatchObject({ code: 'not_found' })
    await expect(theke.runner.run(read, build.visitor(), { request: reference })).rejects.toMatchObject({
      code: 'not_found',
    })
    const forged = `${link.slice(0, 30)}${link[30] === 'A' ? 'B' : 'A'}${link.slice(31)}`
    await expect(theke.runner.run(read, ben, { request: forged })).rejects.toMatchObject({ code: 'not_found' })
    const wrong = code.startsWith('A') ? `C${code.slice(1)}` : `A${code.slice(1)}`
    await expect(theke.runner.run(track, build.visitor(), { reference, code: wrong })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test('whoever has the link reads it, with files', async () => {
    const visitor = build.visitor()
    const file = await build.upload(visitor)
    const { link, reference, code } = await build.write(visitor, { files: [file.id] })
    const request = await theke.runner.run(read, ben, { request: link })
    expect(request).toMatchObject({ reference, tracking: { link, code }, isMine: false })
    const seen = await theke.runner.run(read, visitor, { request: link })
    expect(seen.entries[0]?.files[0]?.url).toMatch(/\?key=/)
  })

  test('reference and code lead to the link, however they were typed', async () => {
    const { reference, code, link } = await build.write(build.visitor())
    const typed = {
      reference: reference.toLowerCase().replaceAll('-', ' '),
      code: code.toLowerCase().replace('-', ' '),
    }
    expect(await theke.runner.run(track, build.visitor(), typed)).toEqual({ link })
  })

  test('a reference with a wrong letter is told apart at once', async () => {
    await expect(theke.runner.run(track, build.visitor(), { reference: 'R-24001-Ä', code: 'x' })).rejects.toMatchObject(
      {
        issues: [{ path: ['reference'], key: 'requests.track.noReference' }],
      },
    )
  })

  test('guessing codes ends soon', async () => {
    const { reference } = await build.write(elif)
    const guess = () => theke.runner.run(track, build.visitor(), { reference, code: 'AAAA-AAAA' })
    for (let n = 0; n < 20; n++) await expect(guess()).rejects.toMatchObject({ code: 'invalid' })
    await expect(guess()).rejects.toMatchObject({ code: 'rate_limited' })
  })

  test('my list holds mine, newest first, page by page', async () => {
    const sofia = await build.person('Sofia')
    for (const subject of ['eins', 'zwei', 'drei']) await build.write(sofia, { subject })
    const first = await theke.runner.run(listMine, sofia, { limit: 2 })
    expect(first.items.map((one) => one.subject)).toEqual(['drei', 'zwei'])
    const second = await theke.runner.run(listMine, sofia, { limit: 2, cursor: first.next ?? undefined })
    expect(second).toMatchObject({ items: [{ subject: 'eins' }], next: null })
    await expect(theke.runner.run(listMine, sofia, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('replying and withdrawing', () => {
  test('a reply to what waited opens it again', async () => {
    const { reference } = await build.write(elif)
    await setState(reference, 'waiting')
    const request = await theke.runner.run(reply, elif, { request: reference, message: 'Hier ist das Foto.' })
    expect(request.state).toBe('open')
    expect(request.entries.map((entry) => entry.kind)).toEqual(['message', 'message', 'state'])
  })

  test('nobody replies to or withdraws the request of somebody else', async () => {
    const { reference } = await build.write(elif)
    const message = 'Ich bin nicht Elif.'
    await expect(theke.runner.run(reply, ben, { request: reference, message })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(theke.runner.run(withdraw, ben, { request: reference })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('withdrawing closes it for good', async () => {
    const { link } = await build.write(build.visitor())
    const visitor = build.visitor()
    expect(await theke.runner.run(withdraw, visitor, { request: link })).toMatchObject({
      state: 'closed',
      ending: 'withdrawn',
      mayReply: false,
    })
    await expect(theke.runner.run(reply, visitor, { request: link, message: 'doch nicht' })).rejects.toMatchObject({
      reason: 'requests.closed',
    })
    await expect(theke.runner.run(withdraw, visitor, { request: link })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('two who withdraw at once do it once', async () => {
    const { reference } = await build.write(elif)
    const outcomes = await Promise.allSettled([
      theke.runner.run(withdraw, elif, { request: reference }),
      theke.runner.run(withdraw, elif, { request: reference }),
    ])
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  async function setState(reference: string, state: 'waiting') {
    const number = Number(reference.split('-')[1])
    await theke.db.updateTable('requests').set({ state }).where('number', '=', number).execute()
  }
})

test('one finds one’s own requests, and nobody else does', async () => {
  await build.write(elif, { subject: 'Unverwechselbarer Gartenschlauch' })
  await theke.settled()
  const find = (person: string | null) =>
    theke.search.search({ text: 'Gartenschlauch', lang: 'de', audiences: new Set(), person }).hits.length
  expect(find(elif.actor.personId)).toBe(1)
  expect(find(ben.actor.personId)).toBe(0)
  expect(find(null)).toBe(0)
})

test('a call over the API needs no form', async () => {
  const { reference } = await theke.runner.run(write, build.visitor('en', 'api'), { subject: 'a', message: 'b' })
  expect(reference).toMatch(/^R-/)
})
