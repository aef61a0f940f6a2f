import type { Translate } from '../../../kernel/text.ts'
import type { Formats } from '../../../ui/formats.ts'
import type { Price as PriceView } from '../content.ts'

/** What a service costs, in words: `4,90 € im Monat`, `149,00 € einmalig`, both, or nothing. */
export function Price({ t, format, price }: { t: Translate; format: Formats; price: PriceView }) {
  const { once, recurring, every, currency } = price
  const money = (cents: number) => format.money({ cents, currency })
  if (!once && !recurring) return <span class="price">{t('catalogue.price.free')}</span>
  return (
    <span class="price">
      {recurring ? (
        <>
          <b>{money(recurring)}</b> <span class="per">{t(`catalogue.price.every.${every}`)}</span>
        </>
      ) : (
        <b>{money(once ?? 0)}</b>
      )}
      {once && recurring ? <span class="per"> {t('catalogue.price.andOnce', { amount: money(once) })}</span> : null}
      {once && !recurring ? <span class="per"> {t('catalogue.price.once')}</span> : null}
    </span>
  )
}

/** The same as plain text. */
export function priceText(t: Translate, format: Formats, { once, recurring, every, currency }: PriceView): string {
  const money = (cents: number) => format.money({ cents, currency })
  if (!once && !recurring) return t('catalogue.price.free')
  if (!recurring) return `${money(once ?? 0)} ${t('catalogue.price.once')}`
  const repeated = `${money(recurring)} ${t(`catalogue.price.every.${every}`)}`
  return once ? `${repeated} ${t('catalogue.price.andOnce', { amount: money(once) })}` : repeated
}
