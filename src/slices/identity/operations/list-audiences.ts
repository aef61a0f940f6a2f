import { z } from 'zod'
import { Rule } from '../../../kernel/audience.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { factValues, namesFrom } from '../fact-values.ts'
import { ruleWords } from '../rule-words.ts'
import { textIn } from '../rules.ts'
import { listAudiences as listRows } from '../store/audiences.ts'
import { Named } from '../views.ts'

export const listAudiences = defineOperation({
  name: 'identity.listAudiences',
  summary: 'List all audiences with their rule in words.',
  kind: 'query',
  http: { method: 'GET', path: '/audiences' },
  channels: ['web', 'api', 'mcp'],
  requires: 'identity.manage',
  input: z.object({}),
  output: z.object({ items: z.array(Named.extend({ words: z.string(), rule: z.array(z.string()) })) }),
  examples: [{ title: 'All audiences', input: {} }],
  async handle(ctx) {
    const [rows, values] = await Promise.all([listRows(ctx.db), factValues(ctx)])
    return {
      items: rows.map((row) => ({
        id: row.id,
        key: row.key,
        name: textIn(row.names, ctx.lang, row.key),
        words: textIn(row.words, ctx.lang),
        rule: ruleWords(Rule.catch({ any: [] }).parse(row.rule), ctx.t, namesFrom(values)),
      })),
    }
  },
})
