import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { findMail } from '../store/mails.ts'
import { MailSummary } from './list-mails.ts'

/** One mail, as it was or will be sent. */
export const readMail = defineOperation({
  name: 'administration.readMail',
  summary: 'Read a mail as it was, or will be, sent',
  kind: 'query',
  http: { method: 'GET', path: '/mails/{id}' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ id: Id }),
  output: MailSummary.extend({
    text: z.string(),
    lang: z.string(),
    tries: z.number(),
    error: z.string().nullable(),
    sentAt: Instant.nullable(),
    sends: z.boolean(),
  }),
  load: (ctx, { id }) => findMail(ctx.db, id),
  handle: async (ctx, _input, mail) => ({
    id: mail.id,
    to: mail.to_name ? `${mail.to_name} <${mail.to_email}>` : mail.to_email,
    subject: mail.subject,
    state: mail.state,
    about: mail.about,
    createdAt: mail.created_at,
    text: mail.body_text,
    lang: mail.lang,
    tries: mail.tries,
    error: mail.error,
    sentAt: mail.sent_at,
    sends: ctx.installation.sendsMail,
  }),
})
