import type { Translate } from '../../../../kernel/text.ts'
import { Key } from '../../../../ui/components/Key.tsx'

/** Keys that are pressed together, as they stand on the keyboard. */
export function KeyShown({ t, chord }: { t: Translate; chord: string }) {
  const marks: Record<string, string> = { Ctrl: t('requests.desk.pressed.ctrl'), Shift: '⇧', Enter: '↵', Escape: 'Esc' }
  return (
    <Key>
      {chord
        .split('+')
        .map((one) => marks[one] ?? one)
        .join(' ')}
    </Key>
  )
}
