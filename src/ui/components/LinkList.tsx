import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

/** A way to a page. */
export interface LinkEntry {
  href: string
  label: ComponentChildren
  hint?: ComponentChildren
  lang?: string | undefined
}

/** Questions, articles, pages: one below the other. */
export function LinkList({ links }: { links: readonly LinkEntry[] }) {
  return (
    <ul class="link-list">
      {links.map(({ href, label, hint, lang }) => (
        <li key={href}>
          <a href={href}>
            <span lang={lang}>
              {label}
              {hint && <span class="hint">{hint}</span>}
            </span>
            <Icon name="chevron-right" />
          </a>
        </li>
      ))}
    </ul>
  )
}
