import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { ExtractedDocument, ExtractionProblem } from '../../../kernel/extraction.ts'
import type { StoredFile } from '../../../kernel/files.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { cutPage, decodeCursor } from '../../../kernel/paging.ts'
import { visible } from '../store/visible.ts'

/** What an editor says of a document. */
export interface DocumentFields {
  lang: Lang
  title: string
  description: string
  categoryId: string | null
  audienceId: string | null
  portals: string[]
}

interface DocumentRow {
  id: string
  lang: Lang
  title: string
  description: string
  category_id: string | null
  audience_id: string | null
  portals: string[]
  file_id: string
  file_name: string
  file_type: string
  file_size: number
  state: 'waiting' | 'ready' | 'failed'
  problem: ExtractionProblem | null
  page_count: number
  is_paged: boolean
  published_at: Date | null
  changed_at: Date
  owner: string | null
}

const columns = sql`a.id, a.lang, a.title, a.description, a.category_id, a.audience_id, a.portals, a.file_id, a.file_name, a.file_type,
  a.file_size, a.state, a.problem, a.page_count, a.is_paged, a.published_at, a.changed_at,
  (select name from persons where id = a.owner_id) as owner`

/** The document, if this actor may read it. */
export async function findReadableDocument(ctx: Ctx, id: string): Promise<DocumentRow | undefined> {
  const { rows } =
    await sql<DocumentRow>`select ${columns} from documents a where a.id = ${id} and ${visible(ctx)}`.execute(ctx.db)
  return rows[0]
}

/** The document in any state, for editors. */
export async function findDocument(ctx: Ctx, id: string): Promise<DocumentRow | undefined> {
  const { rows } = await sql<DocumentRow>`select ${columns} from documents a where a.id = ${id}`.execute(ctx.db)
  return rows[0]
}

/** Documents that this actor may read, newest first. */
export async function listReadableDocuments(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = cursor ? decodeCursor(cursor, 2) : null
  const { rows } = await sql<DocumentRow>`select ${columns} from documents a where ${visible(ctx)}
    and ${after ? sql`(a.published_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by a.published_at desc, a.id desc limit ${limit + 1}`.execute(ctx.db)
  return cutPage(rows, limit, (row) => [row.published_at?.toISOString() ?? null, row.id])
}

/** All documents for editors, last changed first. */
export async function listDocuments(ctx: Ctx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const after = cursor ? decodeCursor(cursor, 2) : null
  const { rows } = await sql<DocumentRow>`select ${columns} from documents a
    where ${after ? sql`(a.changed_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by a.changed_at desc, a.id desc limit ${limit + 1}`.execute(ctx.db)
  return cutPage(rows, limit, (row) => [row.changed_at.toISOString(), row.id])
}

/** One page of a document; the first one when there is no such page. */
export async function findPage(ctx: Ctx, documentId: string, number: number) {
  const { rows } = await sql<{ number: number; heading: string | null; text: string }>`
    select number, heading, text from document_pages where document_id = ${documentId}
    order by (number = ${number}) desc, number limit 1`.execute(ctx.db)
  return rows[0]
}

/** Where each heading begins; at most 200. */
export async function listHeadings(ctx: Ctx, documentId: string) {
  const { rows } = await sql<{ number: number; heading: string }>`
    select min(number) as number, heading from document_pages where document_id = ${documentId} and heading is not null
    group by heading order by 1 limit 200`.execute(ctx.db)
  return rows
}

export async function insertDocument(
  ctx: Ctx,
  id: string,
  file: StoredFile,
  fields: DocumentFields,
  { externalKey, ownerId }: { externalKey: string | null; ownerId: string | null },
) {
  await ctx.db
    .insertInto('documents')
    .values({
      id,
      external_key: externalKey,
      ...columnsOf(fields),
      ...fileColumns(file),
      owner_id: ownerId,
      created_by: ctx.actor.personId,
      published_at: ctx.now(),
    })
    .execute()
}

export async function updateDocument(ctx: Ctx, id: string, fields: DocumentFields, isPublished: boolean) {
  await ctx.db
    .updateTable('documents')
    .set((row) => ({
      ...columnsOf(fields),
      changed_at: ctx.now(),
      published_at: isPublished ? row.fn.coalesce('published_at', row.val(ctx.now())) : null,
    }))
    .where('id', '=', id)
    .execute()
}

/** Puts another file in the place of the document's; its text has to be got anew. */
export async function replaceFile(ctx: Ctx, id: string, file: StoredFile) {
  await ctx.db
    .updateTable('documents')
    .set({ ...fileColumns(file), state: 'waiting', problem: null, changed_at: ctx.now() })
    .where('id', '=', id)
    .execute()
}

export async function deleteDocument(ctx: Ctx, id: string) {
  await ctx.db.deleteFrom('documents').where('id', '=', id).execute()
}

/** Keeps what was got from the file, unless another file has taken its place meanwhile. */
export async function keepText(ctx: Ctx, id: string, fileId: string, document: ExtractedDocument): Promise<boolean> {
  const kept = await ctx.db
    .updateTable('documents')
    .set({
      state: 'ready',
      problem: null,
      page_count: document.pages.length,
      is_paged: document.isPaged,
      changed_at: ctx.now(),
    })
    .where('id', '=', id)
    .where('file_id', '=', fileId)
    .returning('id')
    .executeTakeFirst()
  if (!kept) return false
  await ctx.db.deleteFrom('document_pages').where('document_id', '=', id).execute()
  await sql`insert into document_pages (document_id, number, heading, text)
    select ${id}, number, heading, text from jsonb_to_recordset(${JSON.stringify(document.pages)}::jsonb)
      as page (number int, heading text, text text)`.execute(ctx.db)
  return true
}

/** Notes why no text was got. */
export async function keepProblem(ctx: Ctx, id: string, fileId: string, problem: ExtractionProblem) {
  await ctx.db
    .updateTable('documents')
    .set({ state: 'failed', problem, page_count: 0, changed_at: ctx.now() })
    .where('id', '=', id)
    .where('file_id', '=', fileId)
    .execute()
}

function columnsOf(fields: DocumentFields) {
  return {
    lang: fields.lang,
    title: fields.title,
    description: fields.description,
    category_id: fields.categoryId,
    audience_id: fields.audienceId,
    portals: fields.portals,
  }
}

function fileColumns(file: StoredFile) {
  return { file_id: file.id, file_name: file.name, file_type: file.type, file_size: file.size }
}

/** A row as lists show it. */
export function itemOf(row: DocumentRow) {
  return {
    id: row.id,
    lang: row.lang,
    title: row.title,
    description: row.description,
    categoryId: row.category_id,
    fileId: row.file_id,
    fileName: row.file_name,
    fileType: row.file_type,
    fileSize: Number(row.file_size),
    pageCount: row.page_count,
    isPaged: row.is_paged,
    publishedAt: row.published_at,
  }
}

/** A row as editors see it. */
export function editableOf(row: DocumentRow) {
  return {
    ...itemOf(row),
    state: row.state,
    problem: row.problem,
    audienceId: row.audience_id,
    portals: row.portals,
    owner: row.owner,
    changedAt: row.changed_at,
  }
}
