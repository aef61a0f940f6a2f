import type { Ctx } from '../../kernel/ctx.ts'
import { mailSender } from '../../kernel/mail.ts'
import { htmlOfText } from './html.ts'
import { lockWaitingMail, markSent, markTry, type WaitingMail } from './records.ts'

/** Seconds between tries: an SMTP server may be away for a day. Afterwards the mail counts as failed and waits for somebody to look. */
const PAUSES = [10, 60, 300, 1800, 7200, 21_600, 43_200, 86_400]

/** Sends mails over one SMTP server. Connections are kept and shared. What speaks SMTP is loaded only where there is such a server. */
export async function createMailTransport(smtpUrl: string, host: string, from: string) {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never)

  return {
    async send(ctx: Ctx, mail: WaitingMail) {
      const sender = await ctx.settings.get(mailSender)
      await transport.sendMail({
        messageId: `<${mail.id}@${host}>`,
        from: sender.address ? { name: sender.name, address: sender.address } : from,
        ...(sender.replyTo ? { replyTo: sender.replyTo } : {}),
        to: { name: mail.to_name ?? '', address: mail.to_email },
        subject: mail.subject,
        text: mail.body_text,
        html:
          mail.body_html ?? htmlOfText(mail.body_text, { lang: mail.lang, subject: mail.subject, sender: sender.name }),
        // Out-of-office programs must not answer a machine (RFC 3834).
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': mail.lang,
          ...(mail.headers as Record<string, string>),
        },
      })
    },
    close: () => transport.close(),
  }
}

export type MailTransport = Awaited<ReturnType<typeof createMailTransport>>

/** Sends one mail and notes how it went; tries again later by a job of its own, so that the note outlives a failure. */
export async function sendMail(ctx: Ctx, id: string, transport: MailTransport): Promise<void> {
  const mail = await lockWaitingMail(ctx.db, id)
  if (!mail) return
  try {
    await transport.send(ctx, mail)
    await markSent(ctx.db, id, ctx.now())
  } catch (error) {
    await noteFailure(ctx, id, error as Error & { responseCode?: number })
  }
}

async function noteFailure(ctx: Ctx, id: string, error: Error & { responseCode?: number }) {
  // 5xx: the server will never take it (RFC 5321, 4.2.1); trying again would only annoy it.
  const refusedForGood = (error.responseCode ?? 0) >= 500
  const { tries, forGood } = await markTry(ctx.db, id, error.message.slice(0, 500), refusedForGood, PAUSES.length)
  ctx.log.warn({ mail: id, tries, code: error.responseCode, forGood }, 'a mail could not be sent')
  if (!forGood)
    await ctx.jobs.enqueue('platform.sendMail', { id }, { startAfter: later(ctx.now(), PAUSES[tries - 1] as number) })
}

function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}
