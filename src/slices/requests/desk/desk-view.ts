import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Id } from '../../../kernel/schema.ts'
import { namesOfPersons } from '../../identity/index.ts'
import { nextStates, STATES } from '../rules.ts'
import type { Request } from '../store/requests.ts'
import { entryViews, RequestSummary, RequestView, requestView, summaryOf } from '../views.ts'
import { listOthersOf } from './store/desk.ts'

const Person = z.object({ id: Id, name: z.string() })

/** What was asked and read before somebody wrote. */
const HandedOver = z.object({
  question: z.string().nullable(),
  read: z.array(z.object({ title: z.string(), path: z.string() })),
})

/** A request as the desk sees it: everything the requester sees, and the desk's own. */
export const DeskView = RequestView.extend({
  type: z.string(),
  portal: z.string(),
  requester: z.object({ id: Id.nullable(), name: z.string().nullable(), email: z.string().nullable() }),
  assignee: Person.nullable(),
  handedOver: HandedOver,
  next: z.array(z.enum(STATES)).describe('States that it may be put into'),
  others: z.array(RequestSummary).describe('Other requests of the same person'),
})

export async function deskView(ctx: Ctx, request: Request): Promise<z.input<typeof DeskView>> {
  const others = await listOthersOf(ctx.db, request)
  const names = await namesOfPersons(
    ctx,
    [request.requester_id, request.assignee_id].filter((id) => id !== null),
  )
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null)
  const assignee = nameOf(request.assignee_id)
  const handedOver = request.handed_over as Partial<z.infer<typeof HandedOver>>
  return {
    ...(await requestView(ctx, request)),
    // The desk has its own way in; links are for those who wrote.
    tracking: null,
    entries: await entryViews(ctx, request, 'desk'),
    type: request.type,
    portal: request.portal,
    requester: {
      id: request.requester_id,
      name: nameOf(request.requester_id) ?? request.contact_name,
      email: request.contact_email,
    },
    assignee: request.assignee_id && assignee ? { id: request.assignee_id, name: assignee } : null,
    handedOver: { question: handedOver.question ?? null, read: handedOver.read ?? [] },
    next: [...nextStates(request.state)],
    others: others.map(summaryOf),
  }
}

/** A row of the queue. */
export const QueueItem = RequestSummary.extend({
  requester: z.string().nullable(),
  assignee: z.string().nullable(),
  latest: z.string().nullable().describe('The beginning of the latest message'),
})

/** Rows of the queue with names, which are read at once. */
export async function queueItems(
  ctx: Ctx,
  rows: (Request & { latest: string | null })[],
): Promise<z.input<typeof QueueItem>[]> {
  const ids = rows.flatMap((row) => [row.requester_id, row.assignee_id]).filter((id) => id !== null)
  const names = await namesOfPersons(ctx, [...new Set(ids)])
  return rows.map((row) => ({
    ...summaryOf(row),
    requester: (row.requester_id ? names.get(row.requester_id) : row.contact_name) ?? row.contact_email ?? null,
    assignee: (row.assignee_id && names.get(row.assignee_id)) || null,
    latest: row.latest,
  }))
}
