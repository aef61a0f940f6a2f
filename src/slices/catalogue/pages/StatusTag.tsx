import type { Translate } from '../../../kernel/text.ts'
import { Tag, type Tone } from '../../../ui/components/Tag.tsx'
import type { IconName } from '../../../ui/icon-names.ts'
import type { Status } from '../rules.ts'

const LOOKS: Record<Status, { tone: Tone; icon: IconName }> = {
  works: { tone: 'good', icon: 'circle-check' },
  maintenance: { tone: 'plain', icon: 'wrench' },
  disturbed: { tone: 'warn', icon: 'triangle-alert' },
  down: { tone: 'bad', icon: 'circle-x' },
}

/** Whether a service works just now, in a word. */
export function StatusTag({ t, status }: { t: Translate; status: Status }) {
  return <Tag {...LOOKS[status]}>{t(`catalogue.status.${status}`)}</Tag>
}
