import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Day, Id } from '../../../kernel/schema.ts'
import { openRequest } from '../../requests/index.ts'
import { textIn } from '../content.ts'
import { hasEnded } from '../deliver.ts'
import { HeldView, heldView, lastDay } from '../held-view.ts'
import { orderDay } from '../order-day.ts'
import { cancelHeldRow, findHeld } from '../store/held.ts'

/** Cancels a service with the notice that was agreed. The people who run it hear of it as a request. */
export const cancelHeld = defineOperation({
  name: 'catalogue.cancelMyService',
  summary: 'Cancel a service that I have, with the notice that was agreed',
  kind: 'command',
  http: { method: 'POST', path: '/my-services/{id}/cancellation' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  confirm: true,
  input: z.object({ id: Id, endsOn: Day.describe('Its last day, as it was shown: another one by now is a conflict') }),
  output: HeldView,
  load: (ctx, { id }) => findHeld(ctx, id, { lock: true }),
  async handle(ctx, { id, endsOn }, held) {
    if (held.state !== 'active')
      throw refuse.conflict('catalogue.already_cancelled', 'catalogue.refusal.alreadyCancelled')
    const last = lastDay(ctx, held)
    // Midnight between looking and confirming: nobody is to be surprised by another day.
    if (last !== endsOn) throw refuse.conflict('catalogue.other_day', 'catalogue.refusal.otherDay')
    const isOver = last <= orderDay(ctx).toString()
    await cancelHeldRow(ctx, id, last, isOver)
    const name = textIn(held.names, ctx.lang)
    await openRequest(ctx, {
      type: 'change',
      subject: ctx.t('catalogue.held.cancelSubject', { name }),
      message: ctx.t('catalogue.held.cancelMessage', { name, day: last }),
      serviceKey: held.serviceKey,
    })
    ctx.emit({ type: 'my-service.cancelled', subject: { kind: 'my-service', id }, payload: { endsOn: last } })
    if (isOver) await hasEnded(ctx, id)
    return heldView(ctx, { ...held, state: isOver ? 'ended' : 'ending', endsOn: last })
  },
})
