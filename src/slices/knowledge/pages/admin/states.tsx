import { Tag, type Tone } from '../../../../ui/components/Tag.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { State } from '../../rules.ts'

const TONES: Record<State, Tone> = {
  draft: 'plain',
  in_review: 'warn',
  scheduled: 'accent',
  published: 'good',
  archived: 'plain',
}

/** How far a translation has come; said too when readers still have an earlier version. */
export function StateTag({ call, state, isOnline }: { call: PageCall; state: State; isOnline: boolean }) {
  const { t } = call
  return (
    <>
      <Tag tone={TONES[state]}>{t(`knowledge.state.${state}`)}</Tag>
      {isOnline && state !== 'published' && <Tag tone="good">{t('knowledge.state.earlierOnline')}</Tag>}
    </>
  )
}
