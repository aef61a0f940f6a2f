import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { insertEntry } from '../store/entries.ts'
import { type DeskRow, updateForDesk } from './store/desk.ts'
import { findKnownErrorById, type KnownError, knownErrorReference } from './store/known-errors.ts'

/** Hangs a request on a known error; from another one it is taken off first. */
export async function attachTo(ctx: Ctx, request: Pick<DeskRow, 'id' | 'state' | 'known_error_id'>, known: KnownError) {
  if (request.state === 'closed') throw refuse.conflict('requests.closed', 'requests.answer.closed')
  if (known.state === 'solved') throw refuse.conflict('requests.error_solved', 'requests.desk.error.isSolved')
  if (request.known_error_id === known.id) return
  await updateForDesk(ctx.db, request.id, { known_error_id: known.id })
  await insertEntry(ctx, request.id, {
    kind: 'link',
    side: 'desk',
    internal: true,
    detail: { how: 'attached', reference: knownErrorReference(known.number) },
  })
  ctx.emit({ type: 'request.changed', subject: { kind: 'request', id: request.id } })
}

/** Takes a request off its known error. */
export async function detach(ctx: Ctx, request: DeskRow) {
  const known = request.known_error_id ? await findKnownErrorById(ctx.db, request.known_error_id) : undefined
  if (!known) return
  await updateForDesk(ctx.db, request.id, { known_error_id: null })
  await insertEntry(ctx, request.id, {
    kind: 'link',
    side: 'desk',
    internal: true,
    detail: { how: 'detached', reference: knownErrorReference(known.number) },
  })
  ctx.emit({ type: 'request.changed', subject: { kind: 'request', id: request.id } })
}
