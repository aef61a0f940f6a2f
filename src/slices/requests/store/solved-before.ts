import type { Database } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'

interface SolvedBefore {
  formKey: string
  personId: string | null
  portal: string
  lang: Lang
  type: string
  subject: string
  read: { title: string; path: string }[]
  now: Date
}

/** Counts a case that was solved before it was written. Undefined: the same form has been counted. */
export async function insertSolvedBefore(db: Database, solved: SolvedBefore): Promise<string | undefined> {
  const row = await db
    .insertInto('solved_before_writing')
    .values({
      form_key: solved.formKey,
      person_id: solved.personId,
      portal: solved.portal,
      lang: solved.lang,
      type: solved.type,
      subject: solved.subject,
      read: JSON.stringify(solved.read),
      at: solved.now,
    })
    .onConflict((c) => c.column('form_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
