import { z } from 'zod'
import { BusinessHours, type IsHoliday, nextOpening, openingAt } from '../../kernel/business-hours.ts'
import { LANGS } from '../../kernel/lang.ts'
import { organisationPlace } from '../../kernel/organisation.ts'
import { Email } from '../../kernel/schema.ts'
import { defineSettings, type Settings } from '../../kernel/settings.ts'

/** A counter: who answers the messages of a portal, and when. */
export const Counter = BusinessHours.extend({
  /** Its name by language, `Kundenservice`. */
  title: z.partialRecord(z.enum(LANGS), z.string().max(100)),
  telephone: z.string().trim().max(40),
  /** Where new messages are announced; empty: nowhere, the desk is enough. */
  email: z.union([Email, z.literal('')]),
  /** A message is answered within so many business hours. */
  promise: z.coerce.number().int().min(1).max(400),
})
export type Counter = z.infer<typeof Counter>

/** Counters by key of the portal. A portal without one promises nothing. */
export const organisationHours = defineSettings({
  name: 'organisation.hours',
  schema: z.record(z.string(), Counter),
  initial: {},
})

/** Regions whose public holidays are needed. */
export function regionsOf(counters: Record<string, Counter>): string[] {
  return [...new Set(Object.values(counters).map((counter) => counter.holidays))].filter(Boolean)
}

/** The installation's time zone: that of its first counter, else where the organisation is. */
export async function timeZoneOf(settings: Settings): Promise<string> {
  const [first] = Object.values(await settings.get(organisationHours))
  return first?.timeZone ?? (await settings.get(organisationPlace)).timeZone
}

/** When people are there, seen from a moment. */
export interface Presence {
  open: boolean
  /** End of the opening, while open. */
  closesAt: Date | null
  /** Next opening, while closed; null: none within a year. */
  opensAt: Date | null
}

export function presenceAt(hours: BusinessHours, isHoliday: IsHoliday, now: Date): Presence {
  const opening = openingAt(hours, isHoliday, now)
  return {
    open: opening !== null,
    closesAt: opening?.to ?? null,
    opensAt: opening ? null : (nextOpening(hours, isHoliday, now)?.from ?? null),
  }
}
