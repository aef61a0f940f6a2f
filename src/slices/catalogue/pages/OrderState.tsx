import type { Translate } from '../../../kernel/text.ts'
import { Tag, type Tone } from '../../../ui/components/Tag.tsx'
import type { ItemState } from '../rules.ts'

const TONES: Record<ItemState, Tone> = {
  ordered: 'accent',
  approval: 'warn',
  fulfilment: 'accent',
  delivered: 'good',
  declined: 'bad',
  cancelled: 'plain',
}

/** Where an order or an item of it stands. */
export function OrderState({ t, state }: { t: Translate; state: ItemState }) {
  return <Tag tone={TONES[state]}>{t(`catalogue.itemState.${state}`)}</Tag>
}
