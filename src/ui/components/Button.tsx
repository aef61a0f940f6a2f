import type { ComponentProps } from 'preact'
import { classes } from '../classes.ts'
import type { IconName } from '../icon-names.ts'
import { Icon } from './Icon.tsx'

/** How loud a button is. One `primary` on a page: the next step. */
export interface ButtonLook {
  look?: 'primary' | 'default' | 'quiet' | 'danger'
  size?: 'small' | 'normal'
  wide?: boolean
  icon?: IconName
}

type ButtonProps = ButtonLook & Omit<ComponentProps<'button'>, 'size' | 'icon'>
type LinkButtonProps = ButtonLook & Omit<ComponentProps<'a'>, 'size' | 'icon' | 'role'> & { href: string }

/** A button of a form. `name="action" value="…"` chooses the action of a page. */
export function Button({ look, size, wide, icon, type = 'submit', class: own, children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} class={buttonClass({ look, size, wide }, own)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button: leads somewhere, changes nothing. */
export function LinkButton({ look, size, wide, icon, class: own, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} class={buttonClass({ look, size, wide }, own)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

function buttonClass({ look, size, wide }: ButtonLook, own: unknown): string {
  return classes('button', look !== 'default' && look, size === 'small' && 'small', wide && 'wide', own)
}
