import type { Ctx } from '../../kernel/ctx.ts'
import { undoEffects } from '../requests/index.ts'
import { insertHeld, listItemsOfHeld, updateHeld } from './store/held.ts'
import type { Order, OrderItem } from './store/orders.ts'
import { findVersion } from './store/versions.ts'

/**
 * What was delivered becomes a service that somebody has, when it is of that kind; a change changes the one that there is. Each once.
 * @param options.always whatever kind it is of: its plan says so
 * @returns whether that was news
 */
export async function activate(ctx: Ctx, order: Order, item: OrderItem, options = { always: false }): Promise<boolean> {
  const personId = order.beneficiaryId ?? order.requesterId
  const definition = await findVersion(ctx.db, item.serviceId, item.serviceVersion)
  if (!personId || !definition || !(definition.isHeld || options.always)) return false
  const held = { ...item, personId, itemId: item.id }
  if (item.purpose === 'change' && item.heldId) {
    const hasChanged = await updateHeld(ctx, item.heldId, held)
    if (hasChanged) ctx.emit({ type: 'my-service.changed', subject: { kind: 'my-service', id: item.heldId } })
    return hasChanged
  }
  const id = await insertHeld(ctx, held)
  if (id) ctx.emit({ type: 'my-service.begun', subject: { kind: 'my-service', id } })
  return id !== undefined
}

/** A service that somebody had is over: what Theke did by itself for it is taken back. */
export async function hasEnded(ctx: Ctx, id: string): Promise<void> {
  for (const item of await listItemsOfHeld(ctx, id)) await undoEffects(ctx, item)
  ctx.emit({ type: 'my-service.ended', subject: { kind: 'my-service', id } })
}
