import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewMail } from '../../../kernel/mail.ts'
import { mailSender } from '../../../kernel/mail.ts'
import { bySystem, openTheke } from '../../../test/theke.ts'
import { htmlOfText } from '../html.ts'

const mail: NewMail = {
  to: { email: 'elif@example.org', name: 'Elif Yıldız', lang: 'de' },
  subject: 'Ihre Nachricht R-24001-A',
  text: 'Guten Tag,\n\nwir antworten bis Montag.\n\nhttp://localhost:3000/de/track/abc\n\n> Meine Straßenlaterne',
  about: 'request:1',
}

describe('with an SMTP server', () => {
  let received: string[] = []
  let answer: (() => Error | null) | undefined
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 500,
    onData(stream, _session, done) {
      let message = ''
      stream.on('data', (chunk) => {
        message += chunk
      })
      stream.on('end', () => {
        const error = answer?.() ?? null
        if (!error) received.push(message)
        done(error)
      })
    },
  })
  let theke: Awaited<ReturnType<typeof openTheke>>

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.server.address() as AddressInfo
    theke = await openTheke({ config: { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Theke <theke@example.org>' } })
  })
  afterAll(() => new Promise<void>((closed) => server.close(() => closed())))

  const send = () => theke.runner.inCtx(bySystem, (ctx) => ctx.mail.send(mail))
  const latest = () => theke.db.selectFrom('mails').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()

  test('a mail arrives as text and HTML, with a name that stays the same', async () => {
    await send()
    await theke.drain()
    const [message = ''] = received
    expect(message).toContain('From: Theke <theke@example.org>')
    expect(message).toContain(`Message-ID: <${(await latest()).id}@localhost>`)
    expect(message).toContain('Auto-Submitted: auto-generated')
    expect(message).toContain('text/html')
    expect(await latest()).toMatchObject({ state: 'sent', tries: 1, error: null })
  })

  test('the sender is whom the administration says', async () => {
    received = []
    await theke.runner.inCtx(bySystem, (ctx) =>
      ctx.settings.set(mailSender, {
        name: 'Stadtwerke',
        address: 'service@example.org',
        replyTo: 'antwort@example.org',
      }),
    )
    await send()
    await theke.drain()
    expect(received[0]).toContain('From: Stadtwerke <service@example.org>')
    expect(received[0]).toContain('Reply-To: antwort@example.org')
  })

  test('a mail whose transaction fails is never sent', async () => {
    received = []
    const failing = theke.runner.inCtx(bySystem, async (ctx) => {
      await ctx.mail.send(mail)
      throw new Error('later')
    })
    await expect(failing).rejects.toThrow('later')
    await theke.drain()
    expect(received).toEqual([])
  })

  test('a server that is busy is tried again later', async () => {
    answer = () => Object.assign(new Error('try later'), { responseCode: 451 })
    await send()
    await theke.drain()
    expect(await latest()).toMatchObject({ state: 'queued', tries: 1 })
    expect((await latest()).error).toContain('try later')
    answer = undefined
  })

  test('a server that will never take it is not asked again', async () => {
    answer = () => Object.assign(new Error('no such mailbox'), { responseCode: 550 })
    await send()
    await theke.drain()
    expect(await latest()).toMatchObject({ state: 'failed', tries: 1 })
    answer = undefined
  })
})

test('without an SMTP server mails are kept', async () => {
  const theke = await openTheke()
  await theke.runner.inCtx(bySystem, (ctx) => ctx.mail.send(mail))
  await theke.drain()
  const kept = await theke.db.selectFrom('mails').selectAll().executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ state: 'kept', to_email: 'elif@example.org', about: 'request:1', tries: 0 })
})

test('HTML of a mail lets nothing through that is not text', () => {
  const html = htmlOfText('<script>alert(1)</script>\n\nSiehe https://example.org/a?b=1&c="x".\n\n> Frage', {
    lang: 'de',
    subject: '"Hallo" <b>',
    sender: 'A & B',
  })
  expect(html).not.toContain('<script')
  expect(html).not.toContain('<b>')
  expect(html).toContain('<a href="https://example.org/a?b=1&#38;c="')
  expect(html).toContain('<blockquote')
})
