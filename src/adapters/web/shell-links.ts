import type { Lang } from '../../kernel/lang.ts'
import type { NavigationItem } from '../../kernel/slice.ts'
import type { TextKey, Translate } from '../../kernel/text.ts'
import type { IconName } from '../../ui/icon-names.ts'
import type { ShellLink } from './shell/shell-props.ts'

/** Address of a page of the portal in the reader's language. */
export type UrlOf = (path: string, lang?: Lang) => string

/** The links of one place of the navigation, with the one where the reader is. */
export function links(
  items: readonly NavigationItem[],
  place: NavigationItem['place'],
  path: string,
  url: UrlOf,
  t: Translate,
): ShellLink[] {
  return items.filter((item) => item.place === place).map((item) => link(item, path, url, t))
}

function link(item: NavigationItem, path: string, url: UrlOf, t: Translate): ShellLink {
  const below = path === item.path ? 'page' : path.startsWith(`${item.path}/`) ? 'true' : undefined
  return {
    label: t(item.title),
    href: url(item.path),
    icon: item.icon as IconName,
    ...(below ? { current: below } : {}),
  }
}

/** The side navigation of the administration, in groups. */
export function administration(items: readonly NavigationItem[], path: string, url: UrlOf, t: Translate) {
  const groups = new Map<TextKey | null, ShellLink[]>()
  for (const item of items)
    if (item.place === 'admin') {
      const group = groups.get(item.group ?? null) ?? []
      group.push(link(item, path, url, t))
      groups.set(item.group ?? null, group)
    }
  return {
    title: t('web.administration'),
    groups: [...groups].map(([title, list]) => ({ title: title ? t(title) : null, links: list })),
  }
}

/** Whether the reader sees anything of the administration. */
export function seesAdministration(shown: readonly NavigationItem[]): boolean {
  return shown.some((item) => item.place === 'admin')
}

/** The way into the administration. */
export function administrationLink(path: string, url: UrlOf, t: Translate): ShellLink {
  return {
    label: t('web.administration'),
    href: url('/admin'),
    icon: 'layout-dashboard',
    ...(path.startsWith('/admin') ? { current: path === '/admin' ? 'page' : 'true' } : {}),
  }
}
