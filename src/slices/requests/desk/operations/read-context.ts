import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Instant } from '../../../../kernel/schema.ts'
import { personFacts } from '../../../identity/index.ts'
import { RequestSummary, summaryOf } from '../../views.ts'
import { findHelp, Help } from '../help.ts'
import { sightOf } from '../sight.ts'
import { type DeskRow, findRequestForDesk, listOthersOf, listSimilar } from '../store/desk.ts'
import { ratingsOf } from '../store/ratings.ts'
import { Reference } from './read-for-desk.ts'

const Beside = RequestSummary.extend({ score: z.number().nullable().describe('Satisfaction, 1 to 5') })

/** What one should know beside a request: who it is, what they have, what else there was, what could help. */
export const readContext = defineOperation({
  name: 'requests.readContext',
  summary: 'Say who wrote a request, what they have, what else they asked, what is similar and what could help',
  kind: 'query',
  http: { method: 'GET', path: '/desk/requests/{reference}/context' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: z.object({ reference: Reference }),
  output: z.object({
    person: z
      .object({
        id: Id,
        name: z.string(),
        email: z.string().nullable(),
        language: z.string(),
        organisations: z.array(z.string()),
        places: z.array(z.string()),
        since: Instant,
      })
      .nullable(),
    score: z.number().nullable().describe('Satisfaction with this one, 1 to 5'),
    comment: z.string().nullable(),
    panels: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        facts: z.array(z.object({ term: z.string(), value: z.string() })),
        links: z.array(
          z.object({
            label: z.string(),
            hint: z.string().optional(),
            path: z.string(),
            tone: z.enum(['good', 'warn', 'bad']).optional(),
          }),
        ),
      }),
    ),
    others: z.array(Beside).describe('Other requests of the same person'),
    similar: z.array(Beside).describe('Requests of others with a similar subject'),
    help: z.array(Help).describe('Articles that could help'),
  }),
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference),
  async handle(ctx, _input, request) {
    const sight = await sightOf(ctx)
    if (!sight) throw refuse.forbidden()
    const [person, panels, others, similar] = await Promise.all([
      request.requester_id ? personFacts(ctx, request.requester_id) : undefined,
      panelsOf(ctx, request),
      listOthersOf(ctx.db, request, sight),
      listSimilar(ctx.db, request, sight),
    ])
    const ratings = await ratingsOf(
      ctx.db,
      [request, ...others, ...similar].map((one) => one.id),
    )
    const beside = (one: DeskRow | (typeof others)[number]) => ({
      ...summaryOf(one),
      score: ratings.get(one.id)?.score ?? null,
    })
    const known = new Set(others.map((one) => one.id))
    return {
      person: person ? { id: request.requester_id as string, ...person } : null,
      score: ratings.get(request.id)?.score ?? null,
      comment: ratings.get(request.id)?.comment ?? null,
      panels,
      others: others.map(beside),
      similar: similar.filter((one) => !known.has(one.id)).map(beside),
      help: findHelp(ctx, request.subject, request.lang),
    }
  },
})

/** What the other slices know. One that fails must not keep the desk from working. */
async function panelsOf(ctx: Ctx, request: DeskRow) {
  const subject = {
    requestId: request.id,
    personId: request.beneficiary_id ?? request.requester_id,
    organisationId: request.organisation_id,
    serviceKey: request.service_key,
  }
  const panels = await Promise.all(
    ctx.context.map((source) =>
      source(ctx, subject).catch((error: unknown) => {
        ctx.log.error({ err: error }, 'a panel beside a request failed')
        return null
      }),
    ),
  )
  return panels
    .filter((panel) => panel !== null)
    .sort((a, b) => a.order - b.order)
    .map(({ key, title, facts = [], links = [] }) => ({ key, title, facts: [...facts], links: [...links] }))
}
