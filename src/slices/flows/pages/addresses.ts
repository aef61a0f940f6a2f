import type { PageCall } from '../../../ui/page.ts'
import type { JourneyView } from '../views.ts'

/** Where a journey is continued. */
export function journeyUrl(call: PageCall, key: string, link: string): string {
  return call.url(`/guided-help/${key}/${link}`)
}

/** What a person gets of a journey: everything that was answered. */
export function handOverOf({ link }: Pick<JourneyView, 'link'>): string {
  return `journey:${link}`
}

/** The way to a person, with everything that was answered. */
export function contactUrl(call: PageCall, journey: Pick<JourneyView, 'link'>): string {
  return `${call.url('/contact')}?from=${handOverOf(journey)}`
}
