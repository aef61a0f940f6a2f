import { Tag, type Tone } from '../../../ui/components/Tag.tsx'
import type { PageCall } from '../../../ui/page.ts'
import type { HeldView } from '../held-view.ts'

const TONES: Record<HeldView['state'], Tone> = { active: 'good', ending: 'warn', ended: 'plain' }

/** Whether one of somebody's services runs, and until when. */
export function HeldState({ call, held }: { call: PageCall; held: Pick<HeldView, 'state' | 'endsOn'> }) {
  const { t, format } = call
  const text = held.endsOn
    ? t(`catalogue.held.state.${held.state}`, { day: format.dayShort(held.endsOn) })
    : t('catalogue.held.state.active')
  return <Tag tone={TONES[held.state]}>{text}</Tag>
}
