import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { teamChoices } from '../../../identity/index.ts'
import { QUEUES, QueueFilter } from '../filter.ts'
import { sightOf } from '../sight.ts'
import { countQueues as countAll, MOST_COUNTED, type QueueView } from '../store/queue.ts'
import { type KeptView, listViews } from '../store/views.ts'

/** Lists whose length is worth knowing: done and all would only ever say "many". */
const COUNTED = ['mine', 'nobody', 'due', 'to-do', 'waiting', 'approval'] as const
/** Teams shown beside the desk at most, one's own first. */
const MOST_TEAMS = 12

const Count = z.number().describe(`Counted up to ${MOST_COUNTED}`)

/** What there is to do, list by list. */
export const countQueues = defineOperation({
  name: 'requests.countQueues',
  summary: 'Say how much is in each list of the desk',
  kind: 'query',
  http: { method: 'GET', path: '/desk/queues' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: z.object({}),
  output: z.object({
    queues: z.array(z.object({ queue: z.enum(QUEUES), count: Count })),
    teams: z.array(z.object({ id: Id, name: z.string(), isOwn: z.boolean(), count: Count })),
    views: z.array(
      z.object({
        id: Id,
        name: z.string(),
        isOwn: z.boolean(),
        isShared: z.boolean(),
        filter: z.record(z.string(), z.unknown()),
        count: Count.nullable().describe('Null: not counted'),
      }),
    ),
  }),
  examples: [{ title: 'How much there is', input: {} }],
  async handle(ctx) {
    const sight = await sightOf(ctx)
    if (!sight) throw refuse.forbidden()
    const own = sight.teams
    const { personId } = ctx.actor
    const teams = (await teamChoices(ctx))
      .map(({ id, name }) => ({ id, name, isOwn: own.includes(id) }))
      .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.name.localeCompare(b.name, ctx.lang))
      .slice(0, MOST_TEAMS)
    const views = personId ? await listViews(ctx.db, personId, own) : []
    const viewOf = (filter: object): QueueView => ({
      filter: QueueFilter.parse(filter),
      sight,
      personId,
      named: [],
      now: ctx.now(),
    })
    const counted = new Map<string, QueueView>()
    for (const queue of COUNTED) counted.set(queue, viewOf({ queue }))
    for (const team of teams) counted.set(team.id, viewOf({ queue: 'to-do', team: team.id }))
    for (const view of views) if (isCounted(view)) counted.set(view.id, viewOf(view.filter))
    const counts = await countAll(ctx.db, counted)
    return {
      queues: COUNTED.map((queue) => ({ queue, count: counts.get(queue) ?? 0 })),
      teams: teams.map((team) => ({ ...team, count: counts.get(team.id) ?? 0 })),
      views: views.map((view) => ({
        id: view.id,
        name: view.name,
        isOwn: view.owner_id === personId,
        isShared: view.team_id !== null,
        filter: view.filter,
        count: counts.get(view.id) ?? null,
      })),
    }
  },
})

/** Only views of what is open: a rare word among a million closed requests would have to be looked for in all of them. */
function isCounted({ filter }: KeptView): boolean {
  return COUNTED.some((queue) => queue === (filter.queue ?? 'to-do')) && !filter.words
}
