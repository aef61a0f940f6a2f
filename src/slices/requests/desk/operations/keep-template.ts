import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, LangSchema, Line } from '../../../../kernel/schema.ts'
import { leadingOf } from '../leading.ts'
import { Holder, heldBy } from '../phrase-holder.ts'
import { putTemplate } from '../store/phrases.ts'

/** Adds a template for answers, or changes one: one’s own by everybody, shared ones by whoever leads. */
export const keepTemplate = defineOperation({
  name: 'requests.keepTemplate',
  summary: 'Add or change a template for answers',
  kind: 'command',
  http: { method: 'POST', path: '/desk/templates' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    id: Id.optional().describe('Of the one to change; absent: a new one'),
    name: Line(100),
    bodies: z
      .partialRecord(LangSchema, z.string().trim().max(20_000))
      .refine((bodies) => Object.values(bodies).some(Boolean), { error: 'requests.desk.phrase.textNeeded' })
      .describe('By language, with {name}, {reference}, {subject}, {promise}, {me}'),
    holder: Holder.default('me'),
  }),
  output: z.object({ id: Id }),
  async handle(ctx, { id, name, bodies, holder }) {
    const own = Object.fromEntries(Object.entries(bodies).filter(([, text]) => text))
    const leading = await leadingOf(ctx)
    const kept = await putTemplate(
      ctx,
      id ?? null,
      { name, bodies: own, ...(await heldBy(ctx, holder, leading)) },
      leading,
    )
    if (!kept) throw refuse.notFound()
    return { id: kept }
  },
})
