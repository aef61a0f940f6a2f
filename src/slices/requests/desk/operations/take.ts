import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { move } from '../../move.ts'
import { insertEntry } from '../../store/entries.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { Reference } from './read-for-desk.ts'

/** Somebody at the desk takes a request over, from nobody or from a colleague; what was new is open then. */
export const take = defineOperation({
  name: 'requests.take',
  summary: 'Take a request over',
  kind: 'command',
  http: { method: 'POST', path: '/desk/requests/{reference}/assignment' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ reference: Reference }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, _input, request) {
    const { personId } = ctx.actor
    if (personId === null) throw refuse.forbidden()
    if (request.state === 'closed') throw refuse.conflict('requests.closed', 'requests.answer.closed')
    const state = request.state === 'new' ? 'open' : request.state
    await insertEntry(ctx, request.id, { kind: 'assignment', side: 'desk' })
    const moved = await move(ctx, request, { to: state, side: 'desk', change: { assignee_id: personId } })
    ctx.emit({ type: 'request.taken', subject: { kind: 'request', id: request.id }, payload: { assignee: personId } })
    return deskView(ctx, { ...request, ...moved })
  },
})
