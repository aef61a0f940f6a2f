import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { Day, Id } from '../../kernel/schema.ts'
import { Price, textIn } from './content.ts'
import { orderDay } from './order-day.ts'
import type { Held } from './store/held.ts'

/** A service that somebody has. */
export const HeldView = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  icon: z.string(),
  pictureUrl: z.string().nullable(),
  quantity: z.number(),
  price: Price,
  state: z.enum(['active', 'ending', 'ended']),
  since: Day,
  endsOn: Day.nullable(),
  noticeDays: z.number(),
  wouldEndOn: Day.describe('Its last day, if it were cancelled today'),
  mayChange: z.boolean(),
})
export type HeldView = z.output<typeof HeldView>

export function heldView(ctx: Ctx, held: Held): z.input<typeof HeldView> {
  return {
    id: held.id,
    key: held.serviceKey,
    name: textIn(held.names, ctx.lang),
    icon: held.icon,
    pictureUrl: held.pictureId ? `/files/${held.pictureId}/picture` : null,
    quantity: held.quantity,
    price: held.price,
    state: held.state,
    since: held.since,
    endsOn: held.endsOn,
    noticeDays: held.noticeDays,
    wouldEndOn: lastDay(ctx, held),
    mayChange: held.state === 'active' && held.serviceState === 'published',
  }
}

/** The last day of a service that is cancelled today: the notice that was agreed counts from today. */
export function lastDay(ctx: Pick<Ctx, 'now'>, { noticeDays }: Pick<Held, 'noticeDays'>): string {
  return orderDay(ctx).add({ days: noticeDays }).toString()
}
