import type { Database } from '../../../kernel/ctx.ts'

export const MAIL_STATES = ['queued', 'sent', 'failed', 'kept'] as const
export type MailState = (typeof MAIL_STATES)[number]

const COLUMNS = [
  'id',
  'to_email',
  'to_name',
  'lang',
  'subject',
  'about',
  'state',
  'tries',
  'error',
  'created_at',
  'sent_at',
] as const

/** Mails, newest first. */
export async function listMailRows(
  db: Database,
  page: { state: MailState | null; after: string | null; limit: number },
) {
  return db
    .selectFrom('mails')
    .select(COLUMNS)
    .$if(page.state !== null, (q) => q.where('state', '=', page.state as MailState))
    .$if(page.after !== null, (q) => q.where('id', '<', page.after as string))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
}

export async function findMail(db: Database, id: string) {
  return db
    .selectFrom('mails')
    .select([...COLUMNS, 'body_text'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Puts a mail back into the queue, unless it is there already or was sent. */
export async function queueAgain(db: Database, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mails')
    .set({ state: 'queued', error: null })
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'kept'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** How many mails are in which state. */
export async function countMails(db: Database): Promise<Record<MailState, number>> {
  const rows = await db
    .selectFrom('mails')
    .select((eb) => ['state', eb.fn.countAll().as('count')])
    .groupBy('state')
    .execute()
  const counts = { queued: 0, sent: 0, failed: 0, kept: 0 }
  for (const row of rows) counts[row.state as MailState] = Number(row.count)
  return counts
}
