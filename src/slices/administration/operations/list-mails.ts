import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { countMails, listMailRows, MAIL_STATES } from '../store/mails.ts'

/** A mail in the list. */
export const MailSummary = z.object({
  id: Id,
  to: z.string(),
  subject: z.string(),
  state: z.enum(MAIL_STATES),
  about: z.string().nullable(),
  createdAt: Instant,
})

/** Mails that were written, newest first. */
export const listMails = defineOperation({
  name: 'administration.listMails',
  summary: 'List the mails that were written, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/mails' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ ...PageInput, state: z.enum(MAIL_STATES).optional() }),
  output: pageOf(MailSummary).extend({
    counts: z.object({ queued: z.number(), sent: z.number(), failed: z.number(), kept: z.number() }),
    sends: z.boolean().describe('Whether an SMTP server is set up; otherwise mails are only kept here'),
  }),
  examples: [{ title: 'Mails that could not be sent', input: { state: 'failed' } }],
  async handle(ctx, { cursor, limit, state }) {
    const rows = await listMailRows(ctx.db, { state: state ?? null, after: placeOf(cursor), limit })
    const page = cutPage(rows, limit, (row) => [row.id])
    return {
      items: page.items.map((row) => ({
        id: row.id,
        to: row.to_email,
        subject: row.subject,
        state: row.state,
        about: row.about,
        createdAt: row.created_at,
      })),
      next: page.next,
      counts: await countMails(ctx.db),
      sends: ctx.installation.sendsMail,
    }
  },
})

function placeOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = Id.safeParse(decodeCursor(cursor, 1)[0])
  if (!id.success) throw refuse.field('cursor', 'refusal.cursor')
  return id.data
}
