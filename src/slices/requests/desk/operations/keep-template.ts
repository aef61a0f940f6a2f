import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, LangSchema, Line } from '../../../../kernel/schema.ts'
import { putTemplate } from '../store/phrases.ts'

/** Adds a template for answers, or changes one. */
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
    team: Id.nullable().default(null).describe('The team that has it; null: everybody'),
  }),
  output: z.object({ id: Id }),
  async handle(ctx, { id, name, bodies, team }) {
    const own = Object.fromEntries(Object.entries(bodies).filter(([, text]) => text))
    const kept = await putTemplate(ctx, id ?? null, { name, bodies: own, team_id: team })
    if (!kept) throw refuse.notFound()
    return { id: kept }
  },
})
