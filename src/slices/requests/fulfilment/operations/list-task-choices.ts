import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { namesOfPersons, reportingOf, teamChoices } from '../../../identity/index.ts'
import { findTaskFor } from '../sight.ts'

/** Who could do a task: the active members of its team; and, for starting it again, all teams. */
export const listTaskChoices = defineOperation({
  name: 'requests.listTaskChoices',
  summary: 'List who could do a task: the members of its team, and other teams',
  kind: 'query',
  http: { method: 'GET', path: '/tasks/{id}/choices' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: z.object({
    members: z.array(z.object({ id: Id, name: z.string() })),
    teams: z.array(z.object({ id: Id, name: z.string() })),
  }),
  load: (ctx, { id }) => findTaskFor(ctx, id),
  async handle(ctx, _input, task) {
    const teamId = task.team_id
    const ids = teamId ? (await reportingOf(ctx, { personIds: [], teamIds: [teamId] })).membersOf(teamId) : []
    const names = await namesOfPersons(ctx, ids)
    return {
      members: ids.map((id) => ({ id, name: names.get(id) ?? '—' })),
      teams: (await teamChoices(ctx)).map(({ id, name }) => ({ id, name })),
    }
  },
})
