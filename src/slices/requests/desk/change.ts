import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { type Closing, ClosingInput, closingOf } from '../closing/closing.ts'
import { move } from '../move.ts'
import { retarget } from '../promises/retarget.ts'
import { nextStates, PRIORITIES, type Priority, STATES, type State } from '../rules.ts'
import { insertEntries, type NewEntry } from '../store/entries.ts'
import type { Change } from '../store/requests.ts'
import { findType } from '../store/types.ts'
import type { DeskChoices } from './choices.ts'
import { Tag } from './filter.ts'
import { type DeskRow, updateForDesk } from './store/desk.ts'

/** At most so many tags on a request. */
const MOST_TAGS = 20

/** What the desk changes of a request without writing to anybody. What is not named stays. */
export const DeskChange = z.object({
  state: z.enum(STATES).optional(),
  ...ClosingInput,
  assignee: z
    .union([Id, z.enum(['me', 'nobody'])])
    .optional()
    .describe('Who deals with it'),
  team: z
    .union([Id, z.literal('nobody')])
    .optional()
    .describe('Handing to a team frees it from whoever had it'),
  priority: z.coerce
    .number()
    .int()
    .pipe(z.literal([...PRIORITIES]))
    .optional()
    .describe('1 is the highest'),
  type: z.string().max(41).optional(),
  addTags: z.array(Tag).max(10).default([]),
  removeTags: z.array(Tag).max(10).default([]),
})
export type DeskChange = z.infer<typeof DeskChange>

/**
 * Changes a request of the desk; the one place for single changes, macros and bulk changes alike. Everything is checked before anything is
 * written, so that a refused row of a bulk change leaves the others alone. Gives the request as it is then.
 */
export async function applyChange(
  ctx: Ctx,
  request: DeskRow,
  change: DeskChange,
  choices: DeskChoices,
): Promise<DeskRow> {
  const plan = planOf(ctx, request, change, choices)
  await followTimes(ctx, request, plan)
  await insertEntries(ctx, request.id, plan.entries)
  if (plan.tags) await updateForDesk(ctx.db, request.id, { tags: plan.tags })
  const moved = await move(ctx, request, {
    to: plan.state,
    side: 'desk',
    // Closing what was solved ends it as solved; closing anything else says that nothing will be done.
    ending: request.state === 'solved' ? 'solved' : 'declined',
    because: plan.closing,
    change: plan.change,
  })
  emitChanges(ctx, request, moved)
  return { ...request, ...moved, tags: plan.tags ?? request.tags }
}

/** Another kind or priority has other times to be met. */
async function followTimes(ctx: Ctx, request: DeskRow, plan: Plan) {
  const { type: key = request.type, priority = request.priority } = plan.change
  if (key === request.type && priority === request.priority) return
  const type = await findType(ctx.db, key)
  if (!type) return
  const times = await retarget(ctx, request, type, priority)
  Object.assign(plan.change, times.change)
  plan.entries.push(...times.entries)
}

interface Plan {
  state: State
  closing: Closing | null
  change: Change
  tags: string[] | null
  entries: NewEntry[]
}

function planOf(ctx: Ctx, request: DeskRow, wanted: DeskChange, choices: DeskChoices): Plan {
  const change: Change = {}
  const detail: Record<string, unknown> = {}
  if (wanted.team !== undefined) handOver(request, wanted.team, choices, change, detail)
  if (wanted.priority !== undefined && wanted.priority !== request.priority) {
    change.priority = wanted.priority as Priority
    detail['priority'] = wanted.priority
  }
  if (wanted.type !== undefined && wanted.type !== request.type) {
    const type = choices.types.find((one) => one.id === wanted.type)
    if (!type) throw refuse.field('type', 'requests.desk.unknownType')
    change.type = type.id
    detail['type'] = type.name
    if (type.keeper && wanted.team === undefined) handOver(request, type.keeper, choices, change, detail)
  }
  if (wanted.assignee !== undefined) assign(ctx, wanted.assignee, choices, change, detail)
  const state = stateAfter(request, wanted.state, change)
  const isChanged = Object.keys(change).length > 0
  if (request.state === 'closed' && isChanged) throw refuse.conflict('requests.closed', 'requests.answer.closed')
  return {
    state,
    closing: closingOf(request.state, state, wanted),
    change,
    tags: tagsAfter(request.tags, wanted),
    entries: Object.keys(detail).length > 0 ? [{ kind: 'assignment', side: 'desk', detail }] : [],
  }
}

function handOver(
  request: DeskRow,
  wanted: string,
  choices: DeskChoices,
  change: Change,
  detail: Record<string, unknown>,
) {
  const team = wanted === 'nobody' ? null : choices.teams.find((one) => one.id === wanted)
  if (team === undefined) throw refuse.field('team', 'requests.desk.unknownTeam')
  if (request.team_id === (team?.id ?? null)) return
  change.team_id = team?.id ?? null
  change.assignee_id = null
  detail['team'] = team?.name ?? null
}

function assign(ctx: Ctx, wanted: string, choices: DeskChoices, change: Change, detail: Record<string, unknown>) {
  const id = wanted === 'me' ? ctx.actor.personId : wanted === 'nobody' ? null : wanted
  if (wanted === 'me' && id === null) throw refuse.forbidden()
  const agent = id === null ? null : choices.agents.find((one) => one.id === id)
  if (agent === undefined && wanted !== 'me') throw refuse.field('assignee', 'requests.desk.unknownAgent')
  change.assignee_id = id
  detail['to'] = id === null ? null : (agent?.name ?? ctx.actor.name)
  detail['toId'] = id
}

/** What somebody takes is open; other states as wanted. */
function stateAfter(request: DeskRow, wanted: State | undefined, change: Change): State {
  const state = wanted ?? (request.state === 'new' && change.assignee_id ? 'open' : request.state)
  if (state !== request.state && !nextStates(request.state).includes(state))
    throw refuse.conflict('requests.no_such_step', 'requests.state.noSuchStep')
  return state
}

function tagsAfter(tags: string[], { addTags, removeTags }: DeskChange): string[] | null {
  if (addTags.length === 0 && removeTags.length === 0) return null
  const after = [...new Set([...tags, ...addTags])].filter((tag) => !removeTags.includes(tag)).sort()
  if (after.length > MOST_TAGS) throw refuse.field('addTags', 'requests.desk.tooManyTags')
  return after
}

function emitChanges(ctx: Ctx, before: DeskRow, after: { state: State; assignee_id: string | null }) {
  const subject = { kind: 'request', id: before.id }
  const isStep = before.state !== after.state
  const isGiven = after.assignee_id !== null && before.assignee_id !== after.assignee_id
  if (isStep) ctx.emit({ type: 'request.state-changed', subject, payload: { state: after.state, by: 'desk' } })
  if (isGiven) ctx.emit({ type: 'request.taken', subject, payload: { assignee: after.assignee_id } })
  if (!isStep && !isGiven) ctx.emit({ type: 'request.changed', subject })
}
