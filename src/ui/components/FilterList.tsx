import type { Translate } from '../../kernel/text.ts'
import { Icon } from './Icon.tsx'

/** A value to narrow a list by, and how much it leaves. */
export interface Filter {
  label: string
  count: number | string
  href: string
  on?: boolean
}

/** Ways to narrow a list down. Choosing a chosen one again widens it. Folded where there is no room beside the list. */
export function FilterList({
  t,
  groups,
}: {
  t: Translate
  groups: readonly { title: string; filters: readonly Filter[] }[]
}) {
  const chosen = groups.flatMap((group) => group.filters).filter((filter) => filter.on).length
  return (
    <nav aria-label={t('ui.filters.label')}>
      <details class="filters-fold">
        <summary>
          <Icon name="sliders-horizontal" />
          {t('ui.filters.label')}
          {chosen > 0 && <span class="count">{chosen}</span>}
          <Icon name="chevron-down" />
        </summary>
        <div class="filters">
          {groups
            .filter((group) => group.filters.length > 0)
            .map((group) => (
              <section key={group.title}>
                <h2>{group.title}</h2>
                <ul>
                  {group.filters.map((filter) => (
                    <li key={filter.label}>
                      <a href={filter.href} rel="nofollow" aria-current={filter.on ? 'true' : undefined}>
                        <span class="row">
                          {filter.on && <Icon name="check" />}
                          {filter.label}
                        </span>
                        <span class="count">
                          {filter.count}
                          {filter.on && <span class="visually-hidden"> {t('ui.filters.remove')}</span>}
                        </span>
                      </a>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
        </div>
      </details>
    </nav>
  )
}
