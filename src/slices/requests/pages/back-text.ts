import type { z } from 'zod'
import type { Translate } from '../../../kernel/text.ts'
import type { Formats } from '../../../ui/formats.ts'
import type { whenBack } from '../operations/when-back.ts'

export type Presence = z.output<typeof whenBack.output>

/** One sentence that says whether people are there, and if not, when they are back. */
export function backText(t: Translate, format: Formats, presence: Presence): string {
  const { known, open, closesAt, opensAt, holiday } = presence
  if (!known || (!open && !opensAt)) return t('requests.back.unknown')
  if (open) return t('requests.back.open', { time: format.time(closesAt as string) })
  const closed = holiday ? `${t('requests.back.holiday', { name: holiday })} ` : ''
  return closed + backAt(t, format, opensAt as string, new Date(presence.asOf))
}

function backAt(t: Translate, format: Formats, at: string, now: Date): string {
  const time = format.time(at)
  const ahead = daysBetween(format, now, new Date(at))
  if (ahead === 0) return t('requests.back.today', { time })
  if (ahead === 1) return t('requests.back.tomorrow', { time })
  if (ahead < 7) return t('requests.back.weekday', { day: format.weekday(at), time })
  return t('requests.back.date', { day: format.day(at), time })
}

/** Calendar days between two moments, by the reader's calendar; further than a week is all the same. */
function daysBetween(format: Formats, from: Date, to: Date): number {
  for (let days = 0; days < 7; days++)
    if (format.day(new Date(from.getTime() + days * 86_400_000)) === format.day(to)) return days
  return 7
}
