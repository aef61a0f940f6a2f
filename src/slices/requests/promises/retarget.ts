import type { Ctx } from '../../../kernel/ctx.ts'
import { findCounter, serviceTimeOf } from '../counter.ts'
import { promisesFrom } from '../promise.ts'
import { type RequestType, targetOf } from '../request-type.ts'
import { isSolutionPromised, type Priority } from '../rules.ts'
import type { NewEntry } from '../store/entries.ts'
import type { Change, Request } from '../store/requests.ts'

/**
 * What another kind or priority makes of the times of a request, counted from when it was made. The promise only ever comes nearer by it: what
 * was promised is not taken back by a form.
 */
export async function retarget(
  ctx: Ctx,
  request: Request,
  type: RequestType,
  priority: Priority,
): Promise<{ change: Change; entries: NewEntry[] }> {
  // What was promised for a day, by a catalogue, has nothing to do with the times of a kind.
  if (isSolutionPromised(request) && !request.answered_at) return { change: {}, entries: [] }
  const target = targetOf(type, priority, await findCounter(ctx, request.portal))
  const time = await serviceTimeOf(ctx, request.portal)
  const { firstResponseBy, resolveBy } = promisesFrom(time, target, request.created_at)
  const next = request.answered_at ? resolveBy : firstResponseBy
  const isNearer = next !== null && (request.promised_at === null || next < request.promised_at) && next > ctx.now()
  return {
    change: {
      first_response_by: firstResponseBy ?? request.first_response_by,
      resolve_by: resolveBy ?? request.resolve_by,
      ...(isNearer ? { promised_at: next } : {}),
    },
    entries:
      isNearer && request.promised_at
        ? [{ kind: 'promise', side: 'system', detail: { from: request.promised_at, to: next, reason: 'priority' } }]
        : [],
  }
}
