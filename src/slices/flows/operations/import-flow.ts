import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { issuesOf } from '../../../kernel/issues.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { FlowDocument } from '../document.ts'
import { takeIn } from '../take-in.ts'

/** Takes a flow over from a document. It becomes a draft; publishing it is a step of its own. */
export const importFlow = defineOperation({
  name: 'flows.import',
  summary: 'Take guided help over from a JSON document: a new draft, or the next draft of the one with its key',
  kind: 'command',
  http: { method: 'POST', path: '/flow-imports' },
  channels: ['web', 'api'],
  requires: 'flows.write',
  input: z.union([
    z.object({ document: FlowDocument }),
    z.object({ fileId: Id.describe('A JSON file uploaded before') }),
  ]),
  output: z.object({ key: z.string(), isNew: z.boolean() }),
  async handle(ctx, input) {
    const document = 'document' in input ? input.document : await readFile(ctx, input.fileId)
    const { id, isNew } = await takeIn(ctx, document)
    ctx.emit({ type: 'flow.imported', subject: { kind: 'flow', id } })
    return { key: document.key, isNew }
  },
})

async function readFile(ctx: Ctx, fileId: string): Promise<FlowDocument> {
  const file = await ctx.files.find(fileId)
  if (!file) throw refuse.field('file', 'refusal.required')
  // Claiming proves that it is the caller's own; it is not kept.
  await ctx.files.claim([fileId], 'flow-import')
  const written = await text(await ctx.files.open(fileId))
  await ctx.files.remove(fileId)
  const parsed = FlowDocument.safeParse(jsonOf(written), { reportInput: true })
  if (parsed.success) return parsed.data
  throw refuse.invalid(
    issuesOf(parsed.error).map((issue) => ({
      path: ['file'],
      key: 'flows.import.wrong',
      values: { where: issue.path.join(' › ') || 'JSON' },
    })),
  )
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    throw refuse.field('file', 'flows.import.noJson')
  }
}
