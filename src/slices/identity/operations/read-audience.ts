import { z } from 'zod'
import { Rule } from '../../../kernel/audience.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { factValues, namesFrom } from '../fact-values.ts'
import { ruleWords } from '../rule-words.ts'
import { Texts, textIn } from '../rules.ts'
import { findAudience, listAudienceVersions } from '../store/audiences.ts'

const Version = z.object({
  version: z.number(),
  changedAt: Instant,
  changedBy: z.string().nullable(),
  names: Texts,
  words: Texts,
  ruleWords: z.array(z.string()),
})

export const readAudience = defineOperation({
  name: 'identity.readAudience',
  summary: 'Read an audience: texts, rule, and its last versions.',
  kind: 'query',
  http: { method: 'GET', path: '/audiences/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id }),
  output: z.object({
    id: Id,
    key: z.string(),
    name: z.string(),
    names: Texts,
    words: Texts,
    rule: z.record(z.string(), z.unknown()),
    version: z.number(),
    versions: z.array(Version),
  }),
  load: (ctx, { id }) => findAudience(ctx.db, id),
  async handle(ctx, { id }, audience) {
    const [versions, values] = await Promise.all([listAudienceVersions(ctx.db, id), factValues(ctx)])
    return {
      id,
      key: audience.key,
      name: textIn(audience.names, ctx.lang, audience.key),
      names: audience.names as Texts,
      words: audience.words as Texts,
      rule: audience.rule as Record<string, unknown>,
      version: audience.version,
      versions: versions.map((one) => ({
        version: one.version,
        changedAt: one.changed_at,
        changedBy: one.changed_by,
        names: one.names as Texts,
        words: one.words as Texts,
        ruleWords: ruleWords(Rule.catch({ any: [] }).parse(one.rule), ctx.t, namesFrom(values)),
      })),
    }
  },
})
