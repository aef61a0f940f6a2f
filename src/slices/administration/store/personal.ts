import type { Database } from '../../../kernel/ctx.ts'

/** Mails to somebody’s present address, without their text: links in them open things without a password. */
export async function listMailsTo(db: Database, personId: string) {
  return db
    .selectFrom('mails')
    .innerJoin('persons', 'persons.email', 'mails.to_email')
    .select(['mails.subject', 'mails.created_at as createdAt'])
    .where('persons.id', '=', personId)
    .orderBy('mails.id')
    .execute()
}

export async function deleteMailsTo(db: Database, personId: string): Promise<void> {
  await db
    .deleteFrom('mails')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('persons')
          .select('id')
          .whereRef('persons.email', '=', 'mails.to_email')
          .where('persons.id', '=', personId),
      ),
    )
    .execute()
}
