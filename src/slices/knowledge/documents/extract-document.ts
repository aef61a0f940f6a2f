import { buffer } from 'node:stream/consumers'
import type { Ctx } from '../../../kernel/ctx.ts'
import { ExtractionFailed } from '../../../kernel/extraction.ts'
import type { Job } from '../../../kernel/slice.ts'
import { findDocument, keepProblem, keepText } from './store.ts'

/** Gets the text of an uploaded document, so that it is found page by page. The slow part comes before the first write. */
export const extractDocument: Job = {
  name: 'knowledge.extractDocument',
  timeout: 600,
  async handle(ctx, { id, fileId }) {
    await extract(ctx, String(id), String(fileId))
  },
}

async function extract(ctx: Ctx, id: string, fileId: string) {
  const document = await findDocument(ctx, id)
  if (document?.file_id !== fileId) return
  try {
    const text = await ctx.extraction.read(await buffer(await ctx.files.open(fileId)), document.file_type)
    if (await keepText(ctx, id, fileId, text))
      ctx.emit({ type: 'document.extracted', subject: { kind: 'document', id } })
  } catch (error) {
    if (!(error instanceof ExtractionFailed)) throw error
    await keepProblem(ctx, id, fileId, error.problem)
    ctx.emit({ type: 'document.changed', subject: { kind: 'document', id }, payload: { problem: error.problem } })
  }
}
