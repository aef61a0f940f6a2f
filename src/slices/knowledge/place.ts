import { decodeCursor } from '../../kernel/paging.ts'
import { refuse } from '../../kernel/refusal.ts'
import { isId } from './markdown/addresses.ts'

/** A place in a list that is ordered by time and id, from its cursor; refuses cursors that are none of ours. */
export function placeOf(cursor: string | undefined): { at: string; id: string } | undefined {
  if (cursor === undefined) return undefined
  const [at, id] = decodeCursor(cursor, 2)
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof id !== 'string' || !isId(id))
    throw refuse.field('cursor', 'refusal.cursor')
  return { at, id }
}
