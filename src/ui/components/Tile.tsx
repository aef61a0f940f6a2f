import type { ComponentChildren } from 'preact'
import { classes } from '../classes.ts'
import type { IconName } from '../icon-names.ts'
import { Icon } from './Icon.tsx'

/** A way to something, with what is due there. */
export function Tile({
  href,
  icon,
  title,
  note,
}: {
  href: string
  icon: IconName
  title: string
  note?: ComponentChildren
}) {
  return (
    <a class="tile" href={href}>
      <span class="tile-icon">
        <Icon name={icon} big />
      </span>
      <span>
        <span class="tile-title">{title}</span>
        {note && <span class="tile-note">{note}</span>}
      </span>
    </a>
  )
}

/** A grid of tiles; `compact` puts two in a row on a phone. */
export function Tiles({ compact, children }: { compact?: boolean; children: ComponentChildren }) {
  return <div class={classes('tiles', compact && 'compact')}>{children}</div>
}
