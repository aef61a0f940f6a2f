import type { PageCall } from '../../../../ui/page.ts'
import { QueueFilter } from '../filter.ts'

const FIELDS = ['queue', 'team', 'type', 'state', 'priority', 'assignee', 'tag', 'portal', 'words'] as const

/** The filter in an address. What does not fit is left out: an old link still leads somewhere. */
export function filterOf(call: Pick<PageCall, 'query'>): QueueFilter {
  const given = FIELDS.filter((field) => call.query[field])
  const kept = given.filter((field) => QueueFilter.shape[field].safeParse(call.query[field]).success)
  const filter = QueueFilter.parse(Object.fromEntries(kept.map((field) => [field, call.query[field]])))
  // Looking for words means looking everywhere, unless a list was chosen.
  return filter.words && !kept.includes('queue') ? { ...filter, queue: 'all' } : filter
}

/** The fields of an address that stand for a filter, `?` included. */
export function queryOf(filter: Partial<QueueFilter>, more: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams()
  for (const field of FIELDS) if (filter[field] !== undefined) query.set(field, String(filter[field]))
  for (const [name, value] of Object.entries(more)) if (value) query.set(name, value)
  return query.size > 0 ? `?${query}` : ''
}
