import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Instant, LangSchema } from '../../../../kernel/schema.ts'
import { personsWith } from '../../../identity/index.ts'
import { putAgent } from '../store/agents.ts'

/** Says what somebody at the desk deals with, and whether they are away. */
export const setSkills = defineOperation({
  name: 'requests.setSkills',
  summary: 'Say which kinds and languages somebody at the desk deals with, and until when they are away',
  kind: 'command',
  http: { method: 'PUT', path: '/desk/people/{person}' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    person: Id,
    types: z.array(z.string().max(41)).max(50).default([]).describe('Empty: all'),
    langs: z.array(LangSchema).max(10).default([]).describe('Empty: all'),
    awayUntil: Instant.nullable().default(null),
  }),
  output: z.object({}),
  async handle(ctx, { person, types, langs, awayUntil }) {
    if (!(await personsWith(ctx, 'requests.work')).some((one) => one.id === person)) throw refuse.notFound()
    await putAgent(ctx, person, { types, langs, away_until: awayUntil === null ? null : new Date(awayUntil as string) })
    return {}
  },
})
