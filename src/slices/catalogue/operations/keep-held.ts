import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { openRequest } from '../../requests/index.ts'
import { textIn } from '../content.ts'
import { HeldView, heldView } from '../held-view.ts'
import { findHeld, keepHeldRow, setHeldRequest } from '../store/held.ts'

/** Takes a cancellation back while the service still holds. */
export const keepHeld = defineOperation({
  name: 'catalogue.keepMyService',
  summary: 'Take back the cancellation of a service that still holds',
  kind: 'command',
  http: { method: 'DELETE', path: '/my-services/{id}/cancellation' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: HeldView,
  load: (ctx, { id }) => findHeld(ctx, id, { lock: true }),
  async handle(ctx, { id }, held) {
    if (held.state !== 'ending') throw refuse.conflict('catalogue.not_cancelled', 'catalogue.refusal.notCancelled')
    await keepHeldRow(ctx, id)
    const name = textIn(held.names, ctx.lang)
    const { reference } = await openRequest(ctx, {
      type: 'change',
      subject: ctx.t('catalogue.held.keepSubject', { name }),
      message: ctx.t('catalogue.held.keepMessage', { name }),
      serviceKey: held.serviceKey,
    })
    await setHeldRequest(ctx, id, reference)
    ctx.emit({ type: 'my-service.kept', subject: { kind: 'my-service', id } })
    return heldView(ctx, { ...held, state: 'active', endsOn: null })
  },
})
