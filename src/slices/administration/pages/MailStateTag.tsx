import type { Translate } from '../../../kernel/text.ts'
import { Tag, type Tone } from '../../../ui/components/Tag.tsx'
import type { MailState } from '../store/mails.ts'

const TONES: Record<MailState, Tone> = { queued: 'accent', sent: 'good', failed: 'bad', kept: 'plain' }

/** Whether a mail has left the house. */
export function MailStateTag({ t, state }: { t: Translate; state: MailState }) {
  return <Tag tone={TONES[state]}>{t(`administration.mails.state.${state}`)}</Tag>
}
