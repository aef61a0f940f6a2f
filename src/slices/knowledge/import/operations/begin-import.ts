import { z } from 'zod'
import { newId } from '../../../../kernel/ids.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, LangSchema } from '../../../../kernel/schema.ts'
import { Kind } from '../../views.ts'
import { insertImport } from '../imports-store.ts'

/** Begins an import of an uploaded file; it is done in a job. */
export const beginImport = defineOperation({
  name: 'knowledge.beginImport',
  summary: 'Take over articles from an uploaded file (Markdown, HTML, CSV, JSON lines, or a zip of them)',
  kind: 'command',
  http: { method: 'POST', path: '/imports' },
  channels: ['web', 'api'],
  requires: 'knowledge.manage',
  input: z.object({
    fileId: Id,
    lang: LangSchema.nullish().describe('Language of entries that name none'),
    kind: Kind.default('how-to').describe('Kind of entries that name none'),
    prefix: z.string().max(50).default('').describe('Put in front of every id'),
    isDryRun: z.boolean().default(true).describe('Only report what would happen'),
  }),
  output: z.object({ id: Id }),
  async handle(ctx, { fileId, lang, kind, prefix, isDryRun }) {
    const file = await ctx.files.find(fileId)
    if (!file || file.owner !== null) throw refuse.field('fileId', 'knowledge.documents.noFile')
    const id = newId()
    await ctx.files.claim([file.id], `import:${id}`)
    await insertImport(ctx, {
      id,
      file_id: file.id,
      file_name: file.name,
      lang: lang ?? null,
      kind,
      prefix,
      is_dry_run: isDryRun,
    })
    await ctx.jobs.enqueue('knowledge.runImport', { id })
    ctx.emit({ type: 'import.begun', subject: { kind: 'import', id } })
    return { id }
  },
})
