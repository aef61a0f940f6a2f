import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { move } from '../../move.ts'
import { type Ending, nextStates, STATES } from '../../rules.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { Reference } from './read-for-desk.ts'

/** The desk says where a request stands, without writing. */
export const changeState = defineOperation({
  name: 'requests.changeState',
  summary: 'Put a request into another state',
  kind: 'command',
  http: { method: 'PUT', path: '/desk/requests/{reference}/state' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ reference: Reference, state: z.enum(STATES) }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, { state }, request) {
    if (!nextStates(request.state).includes(state))
      throw refuse.conflict('requests.no_such_step', 'requests.state.noSuchStep')
    // Closing what was solved ends it as solved; closing anything else says that nothing will be done.
    const ending: Ending = request.state === 'solved' ? 'solved' : 'declined'
    const moved = await move(ctx, request, { to: state, side: 'desk', ending })
    ctx.emit({ type: 'request.state-changed', subject: { kind: 'request', id: request.id }, payload: { state } })
    return deskView(ctx, { ...request, ...moved })
  },
})
