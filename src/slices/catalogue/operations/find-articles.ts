import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cleanLine } from '../../../kernel/schema.ts'

export const findArticles = defineOperation({
  name: 'catalogue.findArticles',
  summary: 'Find articles to place beside a service',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/articles' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ q: z.string().max(200).transform(cleanLine) }),
  output: z.object({ items: z.array(z.object({ value: z.string(), label: z.string() })) }),
  examples: [{ title: 'By words', input: { q: 'Wallbox' } }],
  async handle(ctx, { q }) {
    const { audiences, personId } = ctx.actor
    const { hits } = ctx.search.search({
      text: q,
      lang: ctx.lang,
      audiences,
      person: personId,
      kinds: ['article'],
      limit: 10,
    })
    return { items: hits.flatMap(({ doc }) => (doc.group ? [{ value: doc.group, label: doc.title }] : [])) }
  },
})
