import type { Ctx } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/events.ts'
import { referenceOf } from './rules.ts'
import { findById, type Request } from './store/requests.ts'

/** Two requests that the desk has put together, split or taken apart again. */
export interface Moving {
  how: 'merged' | 'split' | 'unmerged'
  /** The one that was there before: it goes on in the other one, or lost a part to it. */
  from: Request
  /** The one in which it goes on; after taking apart, the one that is for itself again. */
  to: Request
}

/** What an event of merging or splitting tells of. */
export async function movingOf(ctx: Ctx, { type, subject, payload }: Event): Promise<Moving | undefined> {
  const request = await findById(ctx.db, subject.id)
  const other = await findById(ctx.db, String(payload['into'] ?? payload['to'] ?? payload['apart']))
  if (!request || !other) return undefined
  if (type === 'request.unmerged') return { how: 'unmerged', from: other, to: request }
  return { how: type === 'request.split' ? 'split' : 'merged', from: request, to: other }
}

/** The words that texts about merging and splitting have. */
export function movedWords({ from, to }: Pick<Moving, 'from' | 'to'>) {
  return {
    subject: from.subject,
    reference: referenceOf(from.number),
    toSubject: to.subject,
    toReference: referenceOf(to.number),
  }
}
