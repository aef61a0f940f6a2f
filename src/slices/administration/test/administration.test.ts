import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import type { Call } from '../../../kernel/runner.ts'
import { bySystem, callBy, openApp, openTheke } from '../../../test/theke.ts'
import { renderText } from '../../../ui/render-text.ts'
import { listMails } from '../operations/list-mails.ts'
import { readLegalPage } from '../operations/read-legal-page.ts'
import { readMail } from '../operations/read-mail.ts'
import { readOperation } from '../operations/read-operation.ts'
import { readReadiness } from '../operations/read-readiness.ts'
import { sendMailAgain } from '../operations/send-mail-again.ts'
import { setMailSender } from '../operations/set-mail-sender.ts'
import { writeLegalPage } from '../operations/write-legal-page.ts'

const renate: Call = callBy({ personId: newId(), name: 'Renate', permissions: new Set(['platform.manage']) })
const mail = { to: { email: 'elif@example.org', lang: 'de' as const }, subject: 'Hallo', text: 'Guten Tag' }

describe('mails', () => {
  let theke: Awaited<ReturnType<typeof openTheke>>
  beforeAll(async () => {
    theke = await openTheke()
    await theke.runner.inCtx(bySystem, async (ctx) => {
      for (const subject of ['eins', 'zwei', 'drei']) await ctx.mail.send({ ...mail, subject })
    })
  })

  test('are listed newest first, page by page, and read', async () => {
    const first = await theke.runner.run(listMails, renate, { limit: 2 })
    expect(first).toMatchObject({
      items: [{ subject: 'drei', state: 'kept' }, { subject: 'zwei' }],
      counts: { kept: 3 },
      sends: false,
    })
    const second = await theke.runner.run(listMails, renate, { limit: 2, cursor: first.next ?? undefined })
    expect(second).toMatchObject({ items: [{ subject: 'eins' }], next: null })
    const id = second.items[0]?.id as string
    expect(await theke.runner.run(readMail, renate, { id })).toMatchObject({
      text: 'Guten Tag',
      to: 'elif@example.org',
    })
  })

  test('cannot be sent while there is no server', async () => {
    const { items } = await theke.runner.run(listMails, renate, {})
    const attempt = theke.runner.run(sendMailAgain, renate, { id: items[0]?.id as string })
    await expect(attempt).rejects.toMatchObject({ reason: 'administration.no_smtp' })
  })

  test('one that is not there is not found', async () => {
    await expect(theke.runner.run(readMail, renate, { id: newId() })).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('a mail that was given up is sent when asked for, once', async () => {
  let received = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 200,
    onData(stream, _session, done) {
      stream.resume().on('end', () => {
        received++
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => new Promise<void>((closed) => server.close(() => closed())))
  const { port } = server.server.address() as AddressInfo
  const theke = await openTheke({ config: { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'theke@example.org' } })
  await theke.runner.inCtx(bySystem, (ctx) => ctx.mail.send(mail))
  await theke.db.updateTable('mails').set({ state: 'failed', error: 'no such host' }).execute()
  const { items } = await theke.runner.run(listMails, renate, { state: 'failed' })
  const id = items[0]?.id as string
  await theke.runner.run(sendMailAgain, renate, { id })
  await theke.drain()
  expect(received).toBe(1)
  expect(await theke.runner.run(readMail, renate, { id })).toMatchObject({ state: 'sent', error: null })
  await expect(theke.runner.run(sendMailAgain, renate, { id })).rejects.toMatchObject({
    reason: 'administration.not_waiting',
  })
})

describe('legal pages', () => {
  let app: Awaited<ReturnType<typeof openApp>>
  beforeAll(async () => {
    app = await openApp()
  })
  const get = async (url: string) => (await app.fastify.inject(url)).body

  test('say so while they are not written', async () => {
    expect(await get('/de/imprint')).toContain('Diese Seite ist noch nicht geschrieben')
  })

  test('are shown in the reader’s language, or in another one that is named', async () => {
    const text = '## Angaben\n\n<script>alert(1)</script> [Schreiben](/contact) [böse](javascript:alert(1))'
    await app.theke.runner.run(writeLegalPage, renate, { page: 'imprint', lang: 'de', title: 'Impressum', text })
    await app.theke.events.settled()
    const german = await get('/de/imprint')
    expect(german).toContain('<h2>Angaben</h2>')
    expect(german).toContain('href="/de/contact"')
    expect(german).not.toContain('<script>alert')
    expect(german).not.toContain('href="javascript')
    const greek = await get('/el/imprint')
    expect(greek).toContain('lang="de"')
    expect(await app.theke.runner.run(readLegalPage, callBy({}, 'el'), { page: 'imprint' })).toMatchObject({
      written: { lang: 'de' },
    })
  })
})

test('links of a kind that is not known lead nowhere', () => {
  expect(
    renderText('[PDF](document:x.pdf) [ok](https://example.org) [//](//evil.example)', (path) => `/de${path}`),
  ).toBe('<p><a>PDF</a> <a href="https://example.org">ok</a> <a href="//evil.example">//</a></p>\n')
})

describe('going live', () => {
  test('what is done is ticked off', async () => {
    const theke = await openTheke()
    const before = await theke.runner.run(readReadiness, renate, {})
    await theke.runner.run(writeLegalPage, renate, { page: 'privacy', lang: 'de', title: 'Datenschutz', text: 'Wir …' })
    const after = await theke.runner.run(readReadiness, renate, {})
    expect(after.missing).toBe(before.missing - 1)
    expect(after.steps.find((step) => step.title.includes('Datenschutz'))).toMatchObject({ done: true })
    expect(after.steps.find((step) => step.path === '/admin/hours')).toMatchObject({ done: false })
  })

  test('the figures of operation are there', async () => {
    const theke = await openTheke()
    const figures = await theke.runner.run(readOperation, renate, {})
    expect(figures.database.bytes).toBeGreaterThan(1_000_000)
    expect(figures.jobs).toMatchObject({ failed: 0, latestFailed: [] })
  })
})

test('the sender must be an address', async () => {
  const theke = await openTheke()
  const attempt = theke.runner.run(setMailSender, renate, { name: 'x', address: 'keine', replyTo: '' })
  await expect(attempt).rejects.toMatchObject({ code: 'invalid', issues: [{ path: ['address'] }] })
})
