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

/** The newest version of a form, by key; `lock` keeps others from saving until the command is done. */
export async function findNewest(db: Database, key: string, { lock = false } = {}): Promise<FormVersion | undefined> {
  let query = versions(db).where('f.key', '=', key).whereRef('v.version', '=', 'f.version')
  if (lock) query = query.forUpdate('f')
  return (await query.executeTakeFirst()) as FormVersion | undefined
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

/** Forms for keeping, the last changed first. */
export async function listForms(
  db: Database,
  {
    after,
    archived,
    search,
    limit,
  }: { after: { at: Date; id: string } | null; archived: boolean; search: string; limit: number },
) {
  const title = sql<unknown>`(v.definition -> 'title')`
  return (
    db
      .selectFrom('forms as f')
      .innerJoin('form_versions as v', (join) =>
        join.onRef('v.form_id', '=', 'f.id').onRef('v.version', '=', 'f.version'),
      )
      .select(['f.id', 'f.key', 'f.version as newest', 'f.published_version as published', 'f.changed_at as changedAt'])
      .select([
        title.as('title'),
        sql<number>`jsonb_array_length(jsonb_path_query_array(v.definition, '$.pages[*].fields[*]'))`.as('fields'),
      ])
      .where('f.archived_at', archived ? 'is not' : 'is', null)
      .$if(search !== '', (q) =>
        q.where(
          sql<string>`lower(f.key || ' ' || ${title}::text)`,
          'like',
          `%${search.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
        ),
      )
      // Moments are compared as JavaScript knows them, to the millisecond: that is how they were written.
      .$if(after !== null, (q) =>
        q.where(sql<boolean>`(f.changed_at, f.id) < (${after?.at ?? null}, ${after?.id ?? null}::uuid)`),
      )
      .orderBy('f.changed_at', 'desc')
      .orderBy('f.id', 'desc')
      .limit(limit)
      .execute()
  )
}

/** Versions of a form, the newest first, each with its definition. */
export async function listVersions(
  db: Database,
  formId: string,
  { before, limit }: { before: number | null; limit: number },
) {
  const rows = await db
    .selectFrom('form_versions as v')
    .leftJoin('persons as p', 'p.id', 'v.author_id')
    .select(['v.version', 'v.definition', 'v.saved_at as savedAt', 'v.published_at as publishedAt', 'p.name as author'])
    .where('v.form_id', '=', formId)
    .$if(before !== null, (q) => q.where('v.version', '<', before as number))
    .orderBy('v.version', 'desc')
    .limit(limit)
    .execute()
  return rows as unknown as (Omit<(typeof rows)[number], 'definition'> & { definition: FormDefinition })[]
}

export async function setArchived(db: Database, formId: string, at: Date | null, now: Date): Promise<void> {
  await db.updateTable('forms').set({ archived_at: at, changed_at: now }).where('id', '=', formId).execute()
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
