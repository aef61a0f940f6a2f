import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { findMail, queueAgain } from '../store/mails.ts'

/** Tries a mail again that was given up, or sends one that was kept before there was an SMTP server. */
export const sendMailAgain = defineOperation({
  name: 'administration.sendMailAgain',
  summary: 'Try again to send a mail that was given up or kept',
  kind: 'command',
  http: { method: 'POST', path: '/mails/{id}/sending' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ id: Id }),
  output: z.object({ id: Id }),
  load: (ctx, { id }) => findMail(ctx.db, id),
  async handle(ctx, { id }) {
    if (!ctx.installation.sendsMail) throw refuse.conflict('administration.no_smtp', 'administration.mails.noSmtp')
    if (!(await queueAgain(ctx.db, id)))
      throw refuse.conflict('administration.not_waiting', 'administration.mails.notWaiting')
    await ctx.jobs.enqueue('platform.sendMail', { id })
    ctx.emit({ type: 'mail.queued', subject: { kind: 'mail', id } })
    return { id }
  },
})
