import { buffer } from 'node:stream/consumers'
import type { Ctx } from '../../../kernel/ctx.ts'
import { ExtractionFailed } from '../../../kernel/extraction.ts'
import type { LongJob } from '../../../kernel/slice.ts'
import { Kind } from '../views.ts'
import { importArticles } from './import-articles.ts'
import { findImport, keepFailure, keepReport } from './imports-store.ts'
import { openFiles } from './source.ts'

/** Does an import that was begun in the browser, batch by batch. Cut off half-way it is begun again and finds what it had finished. */
export const runImport: LongJob = {
  name: 'knowledge.runImport',
  timeout: 3600,
  async steps(inCtx, data) {
    const id = String(data['id'])
    const begun = await inCtx(async (ctx) => {
      const row = await findImport(ctx, id)
      return row?.state === 'waiting' ? { row, source: await openUpload(ctx, row.file_id, row.file_name) } : null
    })
    if (!begun) return
    const { row, source } = begun
    if (source.problem) return inCtx((ctx) => keepFailure(ctx, id, source.problem))
    const report = await importArticles(inCtx, source.opened.entries, {
      lang: row.lang,
      kind: Kind.parse(row.kind),
      prefix: row.prefix,
      isDryRun: row.is_dry_run,
      note: row.file_name,
      open: source.opened.open,
      progress: (sofar) => inCtx((ctx) => keepReport(ctx, id, sofar, 'waiting')),
    })
    await inCtx(async (ctx) => {
      await keepReport(ctx, id, report, 'done')
      ctx.emit({
        type: 'import.finished',
        subject: { kind: 'import', id },
        payload: { added: report.added, changed: report.changed },
      })
    })
  },
}

async function openUpload(ctx: Ctx, fileId: string, name: string) {
  try {
    const content = await buffer(await ctx.files.open(fileId))
    const isArchive = content.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
    const opened = openFiles(isArchive ? await ctx.extraction.unpack(content) : { [name]: content })
    return opened ? { opened, problem: null } : { opened, problem: 'nothing_readable' as const }
  } catch (error) {
    if (!(error instanceof ExtractionFailed)) throw error
    return { opened: null, problem: error.problem === 'too_large' ? ('too_large' as const) : ('damaged' as const) }
  }
}
