import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema, VersionNumber } from '../../../kernel/schema.ts'
import { compareContents } from '../compare.ts'
import { findEditable } from '../store/editable.ts'
import { findVersion } from '../store/translations.ts'

const Kind = z.enum(['same', 'added', 'removed'])
/** A comparison of two contents, field by field, line by line, word by word. */
export const Comparison = z.array(
  z.object({
    field: z.string(),
    lines: z.array(
      z.union([
        z.object({ kind: z.literal('gap'), lines: z.number().int() }),
        z.object({ kind: Kind, pieces: z.array(z.object({ kind: Kind, text: z.string() })) }),
      ]),
    ),
  }),
)

/** What changed between two versions. */
export const compareVersions = defineOperation({
  name: 'knowledge.compareVersions',
  summary: 'Compare two versions of a translation',
  kind: 'query',
  http: { method: 'GET', path: '/articles/{id}/translations/{lang}/comparison' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({ id: Id, lang: LangSchema, from: VersionNumber, to: VersionNumber }),
  output: z.object({ fields: Comparison }),
  async load(ctx, { id, lang, from, to }) {
    if (!(await findEditable(ctx, id))) return undefined
    const [before, after] = await Promise.all([findVersion(ctx, id, lang, from), findVersion(ctx, id, lang, to)])
    return before && after && { before, after }
  },
  handle: async (_ctx, _input, { before, after }) => ({ fields: compareContents(before.content, after.content) }),
})
