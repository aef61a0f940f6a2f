import { z } from 'zod'

/** An amount of money: integer minor units (cents) and an ISO 4217 currency. Never a float. */
export const Money = z.object({ cents: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) })
export type Money = z.infer<typeof Money>

/** The amount in the reader's format, e.g. `38,40 €`. */
export function formatMoney(money: Money, lang: string): string {
  return new Intl.NumberFormat(lang, { style: 'currency', currency: money.currency }).format(money.cents / 100)
}
