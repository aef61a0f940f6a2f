import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { PageInput, pageOf } from '../../../kernel/paging.ts'
import { Day, Id, LangSchema } from '../../../kernel/schema.ts'
import { portalChoices } from '../../identity/index.ts'
import { addressOf, queryOf } from '../found.ts'
import { listMissing } from '../store/missing.ts'

export const listMissingQuestions = defineOperation({
  name: 'answers.listMissing',
  summary: 'What was asked in vain, most asked first, and whether the search answers it by now',
  kind: 'query',
  http: { method: 'GET', path: '/search/missing' },
  channels: ['web', 'api', 'mcp'],
  requires: 'answers.manage',
  input: z.object({
    ...PageInput,
    state: z.enum(['open', 'settled']).default('open'),
    lang: LangSchema.optional(),
    portal: z.string().max(50).optional(),
  }),
  output: pageOf(
    z.object({
      id: Id,
      question: z.string(),
      lang: LangSchema,
      portal: z.string(),
      portalName: z.string().describe('In the reader’s language'),
      times: z.number().int(),
      recent: z.number().int().describe('Times in the last 30 days'),
      firstAskedOn: Day,
      lastAskedOn: Day,
      settledHow: z.enum(['article', 'synonym', 'not_ours']).nullable(),
      answeredNow: z.object({ title: z.string(), url: z.string() }).nullable(),
    }),
  ),
  examples: [{ title: 'Open ones', input: {} }],
  async handle(ctx, input) {
    const [{ items, next }, portals] = await Promise.all([listMissing(ctx, input), portalChoices(ctx)])
    return {
      items: items.map((row) => ({
        id: row.id,
        question: row.question,
        lang: row.lang,
        portal: row.portal,
        portalName: portals.find(({ key }) => key === row.portal)?.name ?? row.portal,
        times: row.times,
        recent: row.recent ?? 0,
        firstAskedOn: row.first_asked_on,
        lastAskedOn: row.last_asked_on,
        settledHow: row.settled_how,
        answeredNow: answeredNow(row.question, row.lang),
      })),
      next,
    }

    function answeredNow(q: string, lang: 'de' | 'en' | 'el') {
      const { hits, answered } = ctx.search.search({ ...queryOf(ctx, { q, lang }), limit: 1 })
      return answered && hits[0] ? { title: hits[0].doc.title, url: addressOf(hits[0].doc) } : null
    }
  },
})
