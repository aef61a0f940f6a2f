import type { TextKey, Translate } from '../../../kernel/text.ts'
import { Tag, type Tone } from '../../../ui/components/Tag.tsx'
import type { IconName } from '../../../ui/icon-names.ts'
import type { Ending, State } from '../rules.ts'

const LOOK: Record<State, { tone: Tone; icon: IconName }> = {
  new: { tone: 'plain', icon: 'inbox' },
  approval: { tone: 'warn', icon: 'hourglass' },
  open: { tone: 'accent', icon: 'wrench' },
  waiting: { tone: 'warn', icon: 'message-circle-question-mark' },
  solved: { tone: 'good', icon: 'circle-check' },
  closed: { tone: 'plain', icon: 'archive' },
}

/** Where a request stands, in the words of its requester or of the desk. */
export function stateText(
  t: Translate,
  state: State,
  ending: Ending | null,
  side: 'requester' | 'desk' = 'requester',
): string {
  if (state === 'closed' && ending) return t(`requests.ending.${ending}`)
  return t((side === 'desk' ? `requests.desk.state.${state}` : `requests.state.${state}`) as TextKey)
}

interface Props {
  t: Translate
  state: State
  ending: Ending | null
  side?: 'requester' | 'desk'
  /** In the words of its kind. */
  word?: string | null
}

export function StateTag(props: Props) {
  const { tone, icon } = LOOK[props.state]
  return (
    <Tag tone={tone} icon={icon}>
      {props.word || stateText(props.t, props.state, props.ending, props.side)}
    </Tag>
  )
}
