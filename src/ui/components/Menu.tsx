import type { ComponentChildren } from 'preact'
import { classes } from '../classes.ts'
import type { IconName } from '../icon-names.ts'
import { Icon } from './Icon.tsx'

interface MenuProps {
  label: ComponentChildren
  icon?: IconName
  /** Looks like a button. */
  boxed?: boolean
  /** Opens towards the end of the line instead of its start. */
  start?: boolean
  /** Menus of the same group close each other. */
  group?: string
  class?: string
  /** Links, buttons of forms, `menu-title`s and `hr`s. */
  children: ComponentChildren
}

/** More to do, out of the way. Opens without JavaScript; with it, closes on Escape and on a click elsewhere. */
export function Menu({ label, icon, boxed, start, group = 'menu', class: own, children }: MenuProps) {
  return (
    <details class={classes('menu', boxed && 'boxed', start && 'start', own)} name={group} data-menu>
      <summary>
        {icon && <Icon name={icon} />}
        <span>{label}</span>
        <span class="chevron" aria-hidden="true">
          <Icon name="chevron-down" />
        </span>
      </summary>
      <div class="menu-panel">{children}</div>
    </details>
  )
}
