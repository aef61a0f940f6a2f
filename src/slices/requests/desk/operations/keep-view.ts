import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Line } from '../../../../kernel/schema.ts'
import { namesOfPersons, teamIdsOf } from '../../../identity/index.ts'
import { QueueFilter } from '../filter.ts'
import { countViews, putView } from '../store/views.ts'

/** Views that one person may keep. */
const MOST_VIEWS = 20

/** Keeps a filter of the desk under a name; one of the same name is replaced. Shared, the whole team has it. */
export const keepView = defineOperation({
  name: 'requests.keepView',
  summary: 'Keep a filter of the desk under a name, for oneself or for one of one’s teams',
  kind: 'command',
  http: { method: 'POST', path: '/desk/views' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ name: Line(60), filter: QueueFilter, team: Id.nullable().default(null) }),
  output: z.object({ id: Id }),
  async handle(ctx, { name, filter, team }) {
    const { personId } = ctx.actor
    if (personId === null || !(await namesOfPersons(ctx, [personId])).has(personId)) throw refuse.forbidden()
    if (team && !(await teamIdsOf(ctx, personId)).includes(team))
      throw refuse.field('team', 'requests.desk.notYourTeam')
    if ((await countViews(ctx.db, personId)) >= MOST_VIEWS)
      throw refuse.conflict('requests.too_many_views', 'requests.desk.tooManyViews', { most: MOST_VIEWS })
    return { id: await putView(ctx, { name, filter, teamId: team }) }
  },
})
