import type { Database } from '../../../kernel/ctx.ts'
import type { Answers } from '../../../kernel/form/answers.ts'
import type { Purpose } from '../rules.ts'

/** Answers under way. */
export interface Draft {
  id: string
  formId: string
  formVersion: number
  ownerId: string | null
  purpose: Purpose
  answers: Answers
  changedAt: Date
}

const COLUMNS = [
  'id',
  'form_id as formId',
  'form_version as formVersion',
  'owner_id as ownerId',
  'purpose',
  'answers',
  'changed_at as changedAt',
] as const

interface NewDraft {
  formId: string
  formVersion: number
  ownerId: string | null
  purpose: Purpose
  answers: Answers
  now: Date
}

export async function insertDraft(db: Database, draft: NewDraft): Promise<string> {
  const row = await db
    .insertInto('answer_drafts')
    .values({
      form_id: draft.formId,
      form_version: draft.formVersion,
      owner_id: draft.ownerId,
      purpose: JSON.stringify(draft.purpose),
      answers: JSON.stringify(draft.answers),
      created_at: draft.now,
      changed_at: draft.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A draft of the actor, or one of nobody: who comes by a link has proven it before. `lock` for commands. */
export async function findDraft(
  db: Database,
  id: string,
  { personId, linked, lock = false }: { personId: string | null; linked: boolean; lock?: boolean },
): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('answer_drafts')
    .select(COLUMNS)
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        ...(personId === null ? [] : [eb('owner_id', '=', personId)]),
        ...(linked ? [eb('owner_id', 'is', null)] : []),
        eb.lit(false),
      ]),
    )
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst()
  return row as Draft | undefined
}

/** Keeps answers; a draft of nobody becomes the actor's. */
export async function updateDraft(
  db: Database,
  id: string,
  { answers, ownerId, now }: { answers: Answers; ownerId: string | null; now: Date },
): Promise<void> {
  await db
    .updateTable('answer_drafts')
    .set({ answers: JSON.stringify(answers), owner_id: ownerId, changed_at: now })
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft(db: Database, id: string): Promise<void> {
  await db.deleteFrom('answer_drafts').where('id', '=', id).execute()
}

/** Somebody's drafts, the latest first; at most 50. */
export async function listDrafts(db: Database, personId: string): Promise<Draft[]> {
  const rows = await db
    .selectFrom('answer_drafts')
    .select(COLUMNS)
    .where('owner_id', '=', personId)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
  return rows as unknown as Draft[]
}

/** Drafts that nobody has touched since, for removing them; at most 500 at a time. */
export async function listOldDrafts(db: Database, before: Date): Promise<string[]> {
  const rows = await db.selectFrom('answer_drafts').select('id').where('changed_at', '<', before).limit(500).execute()
  return rows.map((row) => row.id)
}
