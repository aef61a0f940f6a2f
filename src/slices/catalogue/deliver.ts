import type { Ctx } from '../../kernel/ctx.ts'
import { insertHeld, updateHeld } from './store/held.ts'
import type { Order, OrderItem } from './store/orders.ts'
import { findVersion } from './store/versions.ts'

/**
 * What was delivered becomes a service that somebody has, when it is of that kind; a change changes the one that there is. Each once.
 * @param options.always whatever kind it is of: its plan says so
 */
export async function activate(ctx: Ctx, order: Order, item: OrderItem, options = { always: false }): Promise<void> {
  const personId = order.beneficiaryId ?? order.requesterId
  const definition = await findVersion(ctx.db, item.serviceId, item.serviceVersion)
  if (!personId || !definition || !(definition.isHeld || options.always)) return
  const held = { ...item, personId, itemId: item.id }
  if (item.purpose === 'change' && item.heldId) {
    if (await updateHeld(ctx, item.heldId, held))
      ctx.emit({ type: 'my-service.changed', subject: { kind: 'my-service', id: item.heldId } })
    return
  }
  const id = await insertHeld(ctx, held)
  if (id) ctx.emit({ type: 'my-service.begun', subject: { kind: 'my-service', id } })
}
