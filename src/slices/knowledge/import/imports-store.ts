import type { Ctx } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { cutPage, decodeCursor } from '../../../kernel/paging.ts'
import type { ImportReport } from './import-articles.ts'

/** An import begun in the browser. */
export interface ImportRow {
  id: string
  file_id: string
  file_name: string
  lang: Lang | null
  kind: string
  prefix: string
  is_dry_run: boolean
  state: 'waiting' | 'done' | 'failed'
  report: ImportReport | null
  problem: 'nothing_readable' | 'damaged' | 'too_large' | null
  created_at: Date
  finished_at: Date | null
}

export async function insertImport(
  ctx: Ctx,
  row: Pick<ImportRow, 'id' | 'file_id' | 'file_name' | 'lang' | 'kind' | 'prefix' | 'is_dry_run'>,
) {
  await ctx.db
    .insertInto('imports')
    .values({ ...row, created_by: ctx.actor.personId })
    .execute()
}

export async function findImport(ctx: Ctx, id: string): Promise<ImportRow | undefined> {
  return (await ctx.db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()) as
    | ImportRow
    | undefined
}

/** Imports, newest first. */
export async function listImports(ctx: Ctx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const after = cursor ? String(decodeCursor(cursor, 1)[0]) : null
  const rows = await ctx.db
    .selectFrom('imports')
    .selectAll()
    .$if(after !== null, (query) => query.where('id', '<', after as string))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return cutPage(rows as unknown as ImportRow[], limit, (row) => [row.id])
}

/** Keeps how far an import has come. */
export async function keepReport(ctx: Ctx, id: string, report: ImportReport, state: 'waiting' | 'done') {
  await ctx.db
    .updateTable('imports')
    .set({ report: JSON.stringify(report), state, finished_at: state === 'done' ? ctx.now() : null })
    .where('id', '=', id)
    .execute()
}

/** Notes why nothing could be taken over. */
export async function keepFailure(ctx: Ctx, id: string, problem: NonNullable<ImportRow['problem']>) {
  await ctx.db
    .updateTable('imports')
    .set({ state: 'failed', problem, finished_at: ctx.now() })
    .where('id', '=', id)
    .execute()
}
