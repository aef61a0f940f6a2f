import type { Database, Jobs } from '../../kernel/ctx.ts'
import type { NewMail } from '../../kernel/mail.ts'
import type { Job } from '../../kernel/slice.ts'
import { deleteOldMails, insertMail, keepWaiting } from './records.ts'
import { createMailTransport, type MailTransport, sendMail } from './send-mail.ts'

/** What mail needs from the installation. */
export interface MailOptions {
  /** `smtp://user:password@host:587` or `smtps://…`; null: mails are kept and only read in the administration. */
  smtpUrl: string | null
  /** Public address of the installation; its host name stands in Message-IDs. */
  url: string
  /** Sender unless the administration has set another: `Service <service@example.org>`. */
  from: string
}

/** Outgoing mail: written with the transaction that causes it, sent by jobs afterwards. */
export function createMail({ smtpUrl, url, from }: MailOptions) {
  let opened: Promise<MailTransport> | null = null
  const transport = smtpUrl
    ? () => {
        opened ??= createMailTransport(smtpUrl, new URL(url).hostname, from)
        return opened
      }
    : null

  const send: Job = {
    name: 'platform.sendMail',
    timeout: 120,
    async handle(ctx, { id }) {
      if (transport) await sendMail(ctx, String(id), await transport())
      else await keepWaiting(ctx.db, String(id))
    },
  }
  const forget: Job = {
    name: 'platform.forgetMails',
    schedule: '41 2 * * *',
    handle: (ctx) => deleteOldMails(ctx.db, ctx.now()),
  }

  return {
    /** The jobs of mail, for the job system. */
    jobs: [send, forget] as const,
    /** Writes a mail in one call's transaction. */
    async send(db: Database, mail: NewMail, jobs: Jobs) {
      const id = await insertMail(db, mail, transport ? 'queued' : 'kept')
      if (transport) await jobs.enqueue('platform.sendMail', { id })
    },
    /** Whether mails leave the house. */
    sends: transport !== null,
    close: async () => (await opened)?.close(),
  }
}
