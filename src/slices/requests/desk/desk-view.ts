import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { namesOfPersons, teamChoices, textIn } from '../../identity/index.ts'
import { LEVELS, nextStates, referenceOf, STATES } from '../rules.ts'
import { RequestView, requestView } from '../views.ts'
import { deskEntries } from './desk-entries.ts'
import { NOTHING, sightOf } from './sight.ts'
import { type DeskRow, isSeenAtDesk } from './store/desk.ts'
import { findKnownErrorOf } from './store/known-errors.ts'
import { findMergeTarget } from './store/merging.ts'
import { listSeats } from './store/seats.ts'
import { listTypeNames } from './store/types.ts'
import { listWatchers } from './store/watchers.ts'

const Named = z.object({ id: Id, name: z.string() })

/** What was asked and read before somebody wrote. */
const HandedOver = z.object({
  question: z.string().nullable(),
  searched: z.array(z.string()).describe('What was searched for, in own words'),
  read: z.array(z.object({ title: z.string(), path: z.string() })),
  steps: z.array(z.object({ question: z.string(), answer: z.string() })).describe('What was asked back, and answered'),
  guide: z.object({ path: z.string(), title: z.string() }).nullable().describe('Guided help in which it was asked'),
})

/** A request as the desk sees it: everything the requester sees, and the desk's own. */
export const DeskView = RequestView.extend({
  id: Id,
  type: z.string(),
  typeName: z.string(),
  priority: z.number(),
  impact: z
    .literal([...LEVELS])
    .nullable()
    .describe('How many it hits: 1 many, 3 one person; null: not said'),
  urgency: z
    .literal([...LEVELS])
    .nullable()
    .describe('How pressing it is: 1 at once, 3 can wait; null: not said'),
  portal: z.string(),
  tags: z.array(z.string()),
  requester: z.object({ id: Id.nullable(), name: z.string().nullable(), email: z.string().nullable() }),
  assignee: Named.nullable(),
  team: Named.nullable(),
  watchers: z.array(Named),
  handedOver: HandedOver,
  promiseReason: z.string().nullable(),
  callback: z.object({ at: Instant, number: z.string().nullable() }).nullable(),
  next: z.array(z.enum(STATES)).describe('States that it may be put into'),
  mergedInto: z.string().nullable().describe('Reference of the request in which it goes on'),
  knownError: z
    .object({ reference: z.string(), title: z.string(), state: z.enum(['open', 'solved']), others: z.number() })
    .nullable()
    .describe('The case that repeats in it, and how many other requests hang on it'),
  seats: z
    .array(z.object({ id: Id, name: z.string(), isWriting: z.boolean() }))
    .describe('Colleagues who have it open just now'),
  draft: z
    .object({ as: z.enum(['answer', 'note']), text: z.string() })
    .nullable()
    .describe('One’s own, not sent yet'),
})

export async function deskView(ctx: Ctx, request: DeskRow): Promise<z.input<typeof DeskView>> {
  const [view, entries, seats, watchers, types, teams] = await Promise.all([
    requestView(ctx, request),
    deskEntries(ctx, request),
    listSeats(ctx, request.id),
    listWatchers(ctx.db, request.id),
    listTypeNames(ctx.db),
    teamChoices(ctx),
  ])
  const ids = [request.requester_id, request.assignee_id, ...watchers, ...seats.map((seat) => seat.personId)]
  const names = await namesOfPersons(
    ctx,
    ids.filter((id) => id !== null),
  )
  const named = (id: string | null) => (id && names.has(id) ? { id, name: names.get(id) as string } : null)
  const own = seats.find((seat) => seat.personId === ctx.actor.personId)
  const type = types.find((one) => one.key === request.type)
  const sight = (await sightOf(ctx)) ?? NOTHING
  const target = request.merged_into_id ? await findMergeTarget(ctx.db, request.merged_into_id) : undefined
  const into = target && (await isSeenAtDesk(ctx, target.id)) ? target : undefined
  const handedOver = request.handed_over as Partial<z.infer<typeof HandedOver>>
  return {
    ...view,
    // The desk has its own way in; links are for those who wrote.
    tracking: null,
    entries,
    id: request.id,
    type: request.type,
    typeName: type ? textIn(type.names, ctx.lang, type.key) : request.type,
    priority: request.priority,
    impact: request.impact,
    urgency: request.urgency,
    portal: request.portal,
    tags: request.tags,
    requester: {
      id: request.requester_id,
      name: named(request.requester_id)?.name ?? request.contact_name,
      email: request.contact_email,
    },
    assignee: named(request.assignee_id),
    team: teams.find((team) => team.id === request.team_id) ?? null,
    watchers: watchers.map(named).filter((one) => one !== null),
    handedOver: { question: null, searched: [], read: [], steps: [], guide: null, ...handedOver },
    promiseReason: request.promise_reason,
    callback: request.callback_at ? { at: request.callback_at, number: request.callback_number } : null,
    next: [...nextStates(request.state)],
    mergedInto: into ? referenceOf(into.number) : null,
    knownError: (await findKnownErrorOf(ctx.db, request.known_error_id, sight)) ?? null,
    seats: seats.flatMap((seat) => {
      const person = seat.isHere && seat.personId !== ctx.actor.personId ? named(seat.personId) : null
      return person ? [{ ...person, isWriting: seat.isWriting }] : []
    }),
    draft: own?.draft ? { as: own.draftAs, text: own.draft } : null,
  }
}
