import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { FormDefinition } from '../../../kernel/form/definition.ts'

/** A form with one of its versions. */
export interface FormVersion {
  id: string
  key: string
  /** Of the definition at hand. */
  version: number
  newest: number
  published: number | null
  archivedAt: Date | null
  savedAt: Date
  authorId: string | null
  definition: FormDefinition
}

function versions(db: Database) {
  return db
    .selectFrom('forms as f')
    .innerJoin('form_versions as v', 'v.form_id', 'f.id')
    .select([
      'f.id',
      'f.key',
      'f.version as newest',
      'f.published_version as published',
      'f.archived_at as archivedAt',
      'v.version',
      'v.saved_at as savedAt',
      'v.author_id as authorId',
      'v.definition',
    ])
}

export async function findVersion(db: Database, id: string, version: number): Promise<FormVersion | undefined> {
  const row = await versions(db).where('f.id', '=', id).where('v.version', '=', version).executeTakeFirst()
  return row as FormVersion | undefined
}

/** The version that people fill in, by key or id; undefined when it is not published or put away. */
export async function findPublished(
  db: Database,
  by: { key: string } | { id: string },
): Promise<FormVersion | undefined> {
  const row = await versions(db)
    .$if('key' in by, (q) => q.where('f.key', '=', 'key' in by ? by.key : ''))
    .$if('id' in by, (q) => q.where('f.id', '=', 'id' in by ? by.id : ''))
    .whereRef('v.version', '=', 'f.published_version')
    .where('f.archived_at', 'is', null)
    .executeTakeFirst()
  return row as FormVersion | undefined
}

/** Published forms by key, for choosing one; at most 500. */
export async function listPublished(
  db: Database,
): Promise<{ id: string; key: string; version: number; title: unknown }[]> {
  const rows = await db
    .selectFrom('forms as f')
    .innerJoin('form_versions as v', (join) =>
      join.onRef('v.form_id', '=', 'f.id').onRef('v.version', '=', 'f.published_version'),
    )
    .select(['f.id', 'f.key', 'v.version', sql<unknown>`v.definition -> 'title'`.as('title')])
    .where('f.archived_at', 'is', null)
    .orderBy('f.key')
    .limit(500)
    .execute()
  return rows
}

/** Adds a form with its first version; undefined when the key is taken. */
export async function insertForm(
  db: Database,
  form: { key: string; definition: FormDefinition; authorId: string | null; now: Date },
): Promise<string | undefined> {
  const row = await db
    .insertInto('forms')
    .values({ key: form.key, created_at: form.now, changed_at: form.now })
    .onConflict((c) => c.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await insertVersion(db, row.id, { version: 1, ...form })
  return row?.id
}

export async function insertVersion(
  db: Database,
  formId: string,
  {
    version,
    definition,
    authorId,
    now,
  }: { version: number; definition: FormDefinition; authorId: string | null; now: Date },
): Promise<void> {
  await db
    .insertInto('form_versions')
    .values({ form_id: formId, version, definition: JSON.stringify(definition), author_id: authorId, saved_at: now })
    .execute()
  await db.updateTable('forms').set({ version, changed_at: now }).where('id', '=', formId).execute()
}

/** Lets people fill in a version; null takes the form out of use. */
export async function setPublished(db: Database, formId: string, version: number | null, now: Date): Promise<void> {
  await db.updateTable('forms').set({ published_version: version, changed_at: now }).where('id', '=', formId).execute()
  if (version !== null)
    await db
      .updateTable('form_versions')
      .set({ published_at: now })
      .where('form_id', '=', formId)
      .where('version', '=', version)
      .where('published_at', 'is', null)
      .execute()
}
