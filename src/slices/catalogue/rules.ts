import { parseReference, reference } from '../../kernel/ids.ts'
import type { Money } from '../../kernel/money.ts'
import type { Price } from './content.ts'

/** Whether a service works, the worst last. */
export const STATUSES = ['works', 'maintenance', 'disturbed', 'down'] as const
export type Status = (typeof STATUSES)[number]

/** What an announcement tells of. */
export const ANNOUNCED = ['disturbed', 'down', 'maintenance'] as const

export const SERVICE_STATES = ['draft', 'published', 'retired'] as const
export type ServiceState = (typeof SERVICE_STATES)[number]

export const PRICE_KINDS = ['free', 'once', 'recurring', 'both'] as const
export type PriceKind = (typeof PRICE_KINDS)[number]

/** By what a list of services can be narrowed. */
export function priceKindOf({ once, recurring }: Price): PriceKind {
  if (once && recurring) return 'both'
  if (once) return 'once'
  return recurring ? 'recurring' : 'free'
}

/** Where an ordered item stands. */
export const ITEM_STATES = ['ordered', 'approval', 'fulfilment', 'delivered', 'declined', 'cancelled'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** Allowed transitions; drawn in the README. */
const TRANSITIONS: Record<ItemState, readonly ItemState[]> = {
  ordered: ['approval', 'fulfilment', 'delivered', 'declined', 'cancelled'],
  approval: ['fulfilment', 'delivered', 'declined', 'cancelled'],
  fulfilment: ['delivered', 'cancelled'],
  delivered: [],
  declined: [],
  cancelled: [],
}

/** Whether an item may go from one state to another. */
export function canBecome(from: ItemState, to: ItemState): boolean {
  return TRANSITIONS[from].includes(to)
}

/** Whether nothing more will happen to an item. */
export function isDone(state: ItemState): boolean {
  return TRANSITIONS[state].length === 0
}

/** Whether whoever ordered may still take it back: before anybody has begun with it. */
export function isCancellable(state: ItemState): boolean {
  return state === 'ordered' || state === 'approval'
}

/** How an order stands, from its items: what is under way counts before what is done. */
export function orderStateOf(states: readonly ItemState[]): ItemState {
  const order = ['approval', 'ordered', 'fulfilment', 'delivered', 'declined', 'cancelled'] as const
  return order.find((state) => states.includes(state)) ?? 'cancelled'
}

/** The reference that people see. */
export const referenceOf = (number: number) => reference('O', number)

/** The number in a reference as somebody typed it, or null. */
export const numberOf = (typed: string) => parseReference('O', typed)

/** What several items cost: once, and every month (a yearly price by twelfths, rounded to the cent). */
export function sumsOf(
  items: readonly { price: Price; quantity: number }[],
  currency: string,
): { once: Money; monthly: Money } {
  let once = 0
  let monthly = 0
  for (const { price, quantity } of items) {
    once += (price.once ?? 0) * quantity
    monthly += monthlyCents(price) * quantity
  }
  return { once: { cents: once, currency }, monthly: { cents: monthly, currency } }
}

/** What is to be approved: what an item costs in its first year; null when it costs nothing. */
export function amountToApprove(price: Price, quantity: number): Money | null {
  const { once, monthly } = sumsOf([{ price, quantity }], price.currency)
  const cents = once.cents + 12 * monthly.cents
  return cents > 0 ? { cents, currency: price.currency } : null
}

function monthlyCents({ recurring, every }: Price): number {
  return every === 'year' ? Math.round((recurring ?? 0) / 12) : (recurring ?? 0)
}

/** The tax that a gross amount of cents contains. */
export function taxIn(cents: number, percent: number): number {
  return cents - Math.round((cents * 100) / (100 + percent))
}

/** Whether two prices are the same to whoever pays them. */
export function isSamePrice(one: Price, other: Price): boolean {
  return (
    one.once === other.once &&
    one.recurring === other.recurring &&
    one.every === other.every &&
    one.currency === other.currency
  )
}
