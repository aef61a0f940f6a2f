import { z } from 'zod'
import type { Lang } from '../../../kernel/lang.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanText, Day, Id } from '../../../kernel/schema.ts'
import { openRequest } from '../../requests/index.ts'
import { textIn } from '../content.ts'
import { hasEnded } from '../deliver.ts'
import { HeldView, heldView, lastDay } from '../held-view.ts'
import { orderDay } from '../order-day.ts'
import { cancelHeldRow, findHeld, setHeldRequest } from '../store/held.ts'

/** Years ahead at most. */
const AHEAD = 2

/** Cancels a service with the notice that was agreed, or to a later day. The people who run it hear of it as a request. */
export const cancelHeld = defineOperation({
  name: 'catalogue.cancelMyService',
  summary: 'Cancel a service that I have, with the notice that was agreed or to a later day',
  kind: 'command',
  http: { method: 'POST', path: '/my-services/{id}/cancellation' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  confirm: true,
  input: z.object({
    id: Id,
    endsOn: Day.describe(
      'Its last day: the earliest one that was shown, or later; one that is too early by now is a conflict',
    ),
    reason: z.string().transform(cleanText).pipe(z.string().max(1000)).optional().describe('Why, for those who run it'),
  }),
  output: HeldView,
  load: (ctx, { id }) => findHeld(ctx, id, { lock: true }),
  async handle(ctx, { id, endsOn, reason }, held) {
    if (held.state !== 'active')
      throw refuse.conflict('catalogue.already_cancelled', 'catalogue.refusal.alreadyCancelled')
    const today = orderDay(ctx)
    // Midnight between looking and confirming: nobody is to be surprised by another day.
    if (endsOn < lastDay(ctx, held)) throw refuse.conflict('catalogue.other_day', 'catalogue.refusal.otherDay')
    if (endsOn > today.add({ years: AHEAD }).toString()) throw refuse.field('endsOn', 'catalogue.refusal.endsLate')
    const isOver = endsOn <= today.toString()
    await cancelHeldRow(ctx, id, endsOn, isOver)
    const name = textIn(held.names, ctx.lang)
    const message = ctx.t('catalogue.held.cancelMessage', { name, day: dayInWords(endsOn, ctx.lang) })
    const { reference } = await openRequest(ctx, {
      type: 'change',
      subject: ctx.t('catalogue.held.cancelSubject', { name }),
      message: reason ? `${message}\n\n${reason}` : message,
      serviceKey: held.serviceKey,
    })
    await setHeldRequest(ctx, id, reference)
    ctx.emit({ type: 'my-service.cancelled', subject: { kind: 'my-service', id }, payload: { endsOn } })
    if (isOver) await hasEnded(ctx, id)
    return heldView(ctx, { ...held, state: isOver ? 'ended' : 'ending', endsOn })
  },
})

/** A day as the message says it. */
function dayInWords(day: string, lang: Lang): string {
  return Temporal.PlainDate.from(day).toLocaleString(lang, { dateStyle: 'long' })
}
