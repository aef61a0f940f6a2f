import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Instant, Line } from '../../../../kernel/schema.ts'
import { DeskView, deskView } from '../../desk/desk-view.ts'
import { Reference } from '../../desk/operations/read-for-desk.ts'
import { findRequestForDesk } from '../../desk/store/desk.ts'
import { isSolutionPromised } from '../../rules.ts'
import { insertEntry } from '../../store/entries.ts'
import { updateRequest } from '../../store/requests.ts'

/** The desk gives a new date, with the reason: the requester is told both. The targets stay, so that figures stay honest. */
export const setPromise = defineOperation({
  name: 'requests.setPromise',
  summary: 'Give the requester a new date, with the reason why it moves',
  kind: 'command',
  http: { method: 'PUT', path: '/desk/requests/{reference}/promise' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: z.object({ reference: Reference, at: Instant, reason: Line(300) }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, { at, reason }, request) {
    if (request.state === 'solved' || request.state === 'closed')
      throw refuse.conflict('requests.closed', 'requests.answer.closed')
    const promisedAt = new Date(String(at))
    if (promisedAt <= ctx.now()) throw refuse.field('at', 'requests.promise.past')
    const change = {
      promised_at: promisedAt,
      promise_reason: reason,
      slip_warned_at: null,
      slip_told_at: null,
      // After the answer a date is one for the solution, also where none was promised before.
      ...(isSolutionPromised(request) && !(request.answered_at && request.resolve_by)
        ? { resolve_by: promisedAt }
        : {}),
    }
    const detail = { from: request.promised_at, to: promisedAt, reason: 'desk' }
    await insertEntry(ctx, request.id, { kind: 'promise', side: 'desk', body: reason, detail })
    await updateRequest(ctx.db, request.id, change, ctx.now())
    ctx.emit({
      type: 'request.promise-changed',
      subject: { kind: 'request', id: request.id },
      payload: { reason: 'desk' },
    })
    return deskView(ctx, { ...request, ...change, changed_at: ctx.now() })
  },
})
