import { Icon } from '../../../ui/components/Icon.tsx'
import type { ShellLink, ShellProps } from './shell-props.ts'

type Side = NonNullable<ShellProps['side']>

/** Side navigation of the administration; on a phone it folds. Two lists, of which always only one is displayed. */
export function SideNavigation({ title, groups }: Side) {
  const here = groups.flatMap((group) => group.links).find((link) => link.current)
  return (
    <nav class="work-nav" aria-label={title}>
      <details name="work-nav">
        <summary>
          <Icon name={here?.icon ?? 'menu'} />
          {here ? `${title}: ${here.label}` : title}
          <span class="chevron" aria-hidden="true">
            <Icon name="chevron-down" />
          </span>
        </summary>
        <div class="work-nav-list">{groups.map(groupOf)}</div>
      </details>
      <div class="work-nav-list">{groups.map(groupOf)}</div>
    </nav>
  )
}

function groupOf({ title, links }: Side['groups'][number]) {
  return (
    <section key={title ?? ''}>
      {title && <h2>{title}</h2>}
      <ul>{links.map(linkOf)}</ul>
    </section>
  )
}

function linkOf({ href, label, icon, current, count }: ShellLink) {
  return (
    <li key={href}>
      <a href={href} aria-current={current}>
        {icon && <Icon name={icon} />}
        {label}
        {count !== undefined && <span class="count">{count}</span>}
      </a>
    </li>
  )
}
