import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Id } from '../../../kernel/schema.ts'
import { namesOfPersons, teamNames, textIn } from '../../identity/index.ts'
import { RequestSummary, summaryOf } from '../views.ts'
import type { QueueRow } from './store/queue.ts'
import { listTypeNames } from './store/types.ts'

/** A row of a list of the desk. */
export const QueueItem = RequestSummary.extend({
  id: Id,
  requester: z.string().nullable(),
  assignee: z.string().nullable(),
  team: z.string().nullable(),
  type: z.string().describe('Key of the kind'),
  typeName: z.string(),
  priority: z.number().describe('1 is the highest'),
  tags: z.array(z.string()),
  portal: z.string(),
  isKnownError: z.boolean().describe('It hangs on a known error: one answer reaches all of them'),
  latest: z.string().nullable().describe('The beginning of the latest message'),
})
export type QueueItem = z.infer<typeof QueueItem>

/** Rows with names, which are read at once. */
export async function queueItems(ctx: Ctx, rows: readonly QueueRow[]): Promise<z.input<typeof QueueItem>[]> {
  if (rows.length === 0) return []
  const ids = rows.flatMap((row) => [row.requester_id, row.assignee_id]).filter((id) => id !== null)
  const [names, teams, types] = await Promise.all([
    namesOfPersons(ctx, [...new Set(ids)]),
    teamNames(ctx),
    ctx.kept('request-type-names', () => listTypeNames(ctx.db)),
  ])
  const typeNames = new Map(types.map(({ key, names }) => [key, textIn(names, ctx.lang, key)]))
  return rows.map((row) => ({
    ...summaryOf(row),
    id: row.id,
    requester: (row.requester_id ? names.get(row.requester_id) : row.contact_name) ?? row.contact_email ?? null,
    assignee: (row.assignee_id && names.get(row.assignee_id)) || null,
    team: (row.team_id && teams.get(row.team_id)) || null,
    type: row.type,
    typeName: typeNames.get(row.type) ?? row.type,
    priority: row.priority,
    tags: row.tags,
    portal: row.portal,
    isKnownError: row.known_error_id !== null,
    latest: row.latest,
  }))
}
