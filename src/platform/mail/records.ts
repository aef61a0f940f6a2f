import type { Database } from '../../kernel/ctx.ts'
import type { NewMail } from '../../kernel/mail.ts'

/** A mail as it waits to be sent. */
export interface WaitingMail {
  id: string
  to_email: string
  to_name: string | null
  lang: string
  subject: string
  body_text: string
  body_html: string | null
  headers: unknown
}

export async function insertMail(db: Database, mail: NewMail, state: 'queued' | 'kept'): Promise<string> {
  const row = await db
    .insertInto('mails')
    .values({
      to_email: mail.to.email,
      to_name: mail.to.name ?? null,
      lang: mail.to.lang,
      subject: mail.subject,
      body_text: mail.text,
      body_html: mail.html ?? null,
      headers: JSON.stringify(mail.headers ?? {}),
      about: mail.about ?? null,
      state,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The mail, unless it was sent meanwhile or another process is sending it just now. */
export async function lockWaitingMail(db: Database, id: string): Promise<WaitingMail | undefined> {
  return db
    .selectFrom('mails')
    .select(['id', 'to_email', 'to_name', 'lang', 'subject', 'body_text', 'body_html', 'headers'])
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export async function markSent(db: Database, id: string, at: Date): Promise<void> {
  await db
    .updateTable('mails')
    .set((eb) => ({ state: 'sent', tries: eb('tries', '+', 1), error: null, sent_at: at }))
    .where('id', '=', id)
    .execute()
}

/** Notes a try that failed. `forGood`: nobody will try again by itself. */
export async function markTry(db: Database, id: string, error: string, refusedForGood: boolean, mostTries: number) {
  const row = await db
    .updateTable('mails')
    .set((eb) => ({ tries: eb('tries', '+', 1), error }))
    .where('id', '=', id)
    .returning('tries')
    .executeTakeFirstOrThrow()
  const forGood = refusedForGood || row.tries > mostTries
  if (forGood) await db.updateTable('mails').set({ state: 'failed' }).where('id', '=', id).execute()
  return { tries: row.tries, forGood }
}

/** Mails are no archive: what was sent is forgotten after 30 days, everything after 90. */
export async function deleteOldMails(db: Database, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await db
    .deleteFrom('mails')
    .where((eb) =>
      eb.or([eb('created_at', '<', ago(90)), eb.and([eb('state', '=', 'sent'), eb('created_at', '<', ago(30))])]),
    )
    .execute()
}

/** The SMTP server was taken away since: what waits for it is only kept. */
export async function keepWaiting(db: Database, id: string): Promise<void> {
  await db.updateTable('mails').set({ state: 'kept' }).where('id', '=', id).where('state', '=', 'queued').execute()
}
