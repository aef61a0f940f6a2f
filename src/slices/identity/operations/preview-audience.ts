import { z } from 'zod'
import { matches, NOBODY } from '../../../kernel/audience.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { factValues, namesFrom } from '../fact-values.ts'
import { ruleWords } from '../rule-words.ts'
import { previewRule } from '../store/audiences.ts'
import { AudienceRule } from '../views.ts'

export const previewAudience = defineOperation({
  name: 'identity.previewAudience',
  summary: 'Who would be in an audience with this rule: how many, and the first twenty by name.',
  kind: 'query',
  http: { method: 'POST', path: '/audiences/preview' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  rateLimit: { limit: 300, seconds: 300 },
  input: z.object({ rule: AudienceRule }),
  output: z.object({
    count: z.number(),
    first: z.array(z.object({ id: Id, name: z.string() })),
    /** Whether visitors who are not signed in are in it too. */
    visitors: z.boolean(),
    words: z.array(z.string()),
  }),
  examples: [{ title: 'Editors', input: { rule: { fact: 'role', in: ['editor'] } } }],
  async handle(ctx, { rule }) {
    const [preview, values] = await Promise.all([previewRule(ctx.db, rule), factValues(ctx)])
    return { ...preview, visitors: matches(rule, NOBODY), words: ruleWords(rule, ctx.t, namesFrom(values)) }
  },
})
