import { wakeComposer } from './desk/composer.ts'
import { wakeKeys } from './desk/keys.ts'
import { listenLive } from './desk/live.ts'
import { takeSeat } from './desk/seat.ts'
import { wakeSwap } from './desk/swap.ts'

interface Props {
  lang: string
  open: { id: string; reference: string } | null
  texts: { kept: string; news: string }
}

let isAwake = false

/** The desk, quicker than pages alone: keys, panes that change without a reload, what colleagues do, drafts. Everything works without. */
export function mount(_place: HTMLElement, { lang, open, texts }: Props): void {
  takeSeat(open, texts.kept)
  listenLive(lang, open?.id ?? null)
  if (isAwake) return
  isAwake = true
  wakeSwap()
  wakeKeys()
  wakeComposer()
}
