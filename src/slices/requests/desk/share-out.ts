import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event, Reaction } from '../../../kernel/events.ts'
import { membersOfTeams } from '../../identity/index.ts'
import { move } from '../move.ts'
import { insertEntry } from '../store/entries.ts'
import { chooseAgent } from './rules.ts'
import { EVERYTHING } from './sight.ts'
import { assignmentsOf, listAgents, loadsOf, noteGiven } from './store/agents.ts'
import { findForSharing } from './store/desk.ts'

/** Teams that share their work out evenly give what is new, or handed to them, to whoever can do it and has the least. */
export const shareOut: Reaction<Ctx> = {
  name: 'requests.shareOut',
  on: ['request.written', 'request.changed'],
  handle: give,
}

async function give(ctx: Ctx, { subject }: Event) {
  const request = await findForSharing(ctx.db, subject.id)
  if (!request?.team_id || (await assignmentsOf(ctx.db)).get(request.team_id) !== 'balanced') return
  const members = await membersOfTeams(ctx, 'requests.work', [request.team_id])
  const ids = members.map((member) => member.id)
  const [agents, loads] = await Promise.all([listAgents(ctx.db, ids), loadsOf(ctx.db, ids, EVERYTHING)])
  const candidates = ids.map((id) => {
    const agent = agents.find((one) => one.person_id === id)
    return {
      id,
      types: agent?.types ?? [],
      langs: agent?.langs ?? [],
      awayUntil: agent?.away_until ?? null,
      load: loads.get(id) ?? 0,
      capacity: agent?.capacity ?? null,
      lastGivenAt: agent?.last_given_at ?? null,
    }
  })
  const chosen = chooseAgent(candidates, request, ctx.now())
  if (chosen === null) return
  const name = members.find((member) => member.id === chosen)?.name ?? ''
  await insertEntry(ctx, request.id, { kind: 'assignment', side: 'system', detail: { to: name, toId: chosen } })
  await move(ctx, request, {
    to: request.state,
    side: 'system',
    change: { assignee_id: chosen },
  })
  await noteGiven(ctx, chosen)
  ctx.emit({ type: 'request.taken', subject, payload: { assignee: chosen } })
}
