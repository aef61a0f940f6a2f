import type { PageCall } from '../../../ui/page.ts'
import type { JourneyView } from '../views.ts'

/** Where a journey is continued. */
export function journeyUrl(call: PageCall, key: string, link: string): string {
  return call.url(`/guided-help/${key}/${link}`)
}

/** The way to a person, with everything that was answered. */
export function contactUrl(call: PageCall, { link }: Pick<JourneyView, 'link'>): string {
  return `${call.url('/contact')}?from=journey:${link}`
}
