import type { Translate } from '../../kernel/text.ts'
import { Icon } from './Icon.tsx'

/** A step of the way down to this page. The last one is the page itself. */
export interface Crumb {
  label: string
  href?: string
}

/** Where this page is. On a phone only the way back up. */
export function Breadcrumbs({ t, items }: { t: Translate; items: readonly Crumb[] }) {
  if (items.length < 2) return null
  return (
    <nav class="crumbs" aria-label={t('ui.breadcrumbs')}>
      <ol>
        {items.map(({ label, href }, index) => (
          <li key={href ?? label}>
            {href && index < items.length - 1 ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}
            {index < items.length - 1 && <Icon name="chevron-right" />}
          </li>
        ))}
      </ol>
    </nav>
  )
}
