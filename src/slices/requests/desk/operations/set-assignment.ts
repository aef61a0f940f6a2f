import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { teamChoices } from '../../../identity/index.ts'
import { leadingOf, leadsTeam } from '../leading.ts'
import { putAssignment } from '../store/agents.ts'

/** Says how a team shares its work out: by hand, or evenly to those who can do it. For whoever leads it. */
export const setAssignment = defineOperation({
  name: 'requests.setAssignment',
  summary: 'Say how a team shares its work out',
  kind: 'command',
  http: { method: 'PUT', path: '/desk/teams/{team}/assignment' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ team: Id, assignment: z.enum(['manual', 'balanced']) }),
  output: z.object({}),
  async handle(ctx, { team, assignment }) {
    if (!(await teamChoices(ctx)).some((one) => one.id === team)) throw refuse.notFound()
    if (!leadsTeam(await leadingOf(ctx), team)) throw refuse.forbidden()
    await putAssignment(ctx.db, team, assignment)
    return {}
  },
})
