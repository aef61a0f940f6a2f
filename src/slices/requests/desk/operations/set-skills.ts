import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Instant, LangSchema } from '../../../../kernel/schema.ts'
import { membersOfTeams, personsWith } from '../../../identity/index.ts'
import { leadingOf } from '../leading.ts'
import { putAgent } from '../store/agents.ts'

/** Says what somebody at the desk deals with, how much at a time, and whether they are away. */
export const setSkills = defineOperation({
  name: 'requests.setSkills',
  summary:
    'Say which kinds and languages somebody at the desk deals with, how much at a time, and until when they are away',
  kind: 'command',
  http: { method: 'PUT', path: '/desk/people/{person}' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    person: Id,
    types: z.array(z.string().max(41)).max(50).default([]).describe('Empty: all'),
    langs: z.array(LangSchema).max(10).default([]).describe('Empty: all'),
    capacity: z.coerce
      .number()
      .int()
      .min(0)
      .max(500)
      .nullable()
      .default(null)
      .describe('Open requests at most that are shared out to them at a time; null: no limit'),
    awayUntil: Instant.nullable().default(null),
  }),
  output: z.object({}),
  async handle(ctx, { person, types, langs, capacity, awayUntil }) {
    if (!(await personsWith(ctx, 'requests.work')).some((one) => one.id === person)) throw refuse.notFound()
    if (!(await mayPlanFor(ctx, person))) throw refuse.forbidden()
    const away_until = awayUntil === null ? null : new Date(awayUntil as string)
    await putAgent(ctx, person, { types, langs, capacity, away_until })
    return {}
  },
})

/** Everybody plans for themselves; whoever leads a team, for those who are in it. */
async function mayPlanFor(ctx: Ctx, person: string): Promise<boolean> {
  if (person === ctx.actor.personId) return true
  const { teams } = await leadingOf(ctx)
  if (teams === null) return true
  if (teams.length === 0) return false
  return (await membersOfTeams(ctx, 'requests.work', [...teams])).some((one) => one.id === person)
}
