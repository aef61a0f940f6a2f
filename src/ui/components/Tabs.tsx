import type { IconName } from '../icon-names.ts'
import { Icon } from './Icon.tsx'

/** A view of the same thing. */
export interface Tab {
  label: string
  href: string
  current?: boolean
  count?: number | string
  icon?: IconName
}

/** Views of the same thing, each a page of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.icon && <Icon name={tab.icon} />}
          {tab.label}
          {tab.count !== undefined && <span class="count">{tab.count}</span>}
        </a>
      ))}
    </nav>
  )
}
