import type { ComponentChildren } from 'preact'
import { Icon } from '../../../../../ui/components/Icon.tsx'
import { Menu } from '../../../../../ui/components/Menu.tsx'
import type { IconName } from '../../../../../ui/icon-names.ts'
import { type KeyName, onKey } from '../../islands/desk/key-names.ts'

interface MenuProps {
  action?: string
  icon: IconName
  label: string
  hint: string
  /** What stands out. */
  tone?: 'warn' | 'bad' | undefined
  /** The key that opens it. */
  act: KeyName
  children: ComponentChildren
}

/** One thing to choose from many: every choice is a button of the form. */
export function ChoiceMenu({ action = 'change', icon, label, hint, tone, act, children }: MenuProps) {
  return (
    <Menu
      icon={icon}
      label={
        <>
          <span class="visually-hidden">{hint}: </span>
          {label}
        </>
      }
      class={tone ? `desk-menu ${tone}` : 'desk-menu'}
      group="desk"
      start
    >
      <form method="post" {...onKey(act)}>
        <input type="hidden" name="action" value={action} />
        {children}
      </form>
    </Menu>
  )
}

export function Choice({
  name,
  value,
  isOn,
  children,
}: {
  name: string
  value: string
  isOn?: boolean
  children: ComponentChildren
}) {
  return (
    <button type="submit" name={name} value={value} aria-pressed={isOn ? 'true' : undefined}>
      {children}
      {isOn && <Icon name="check" />}
    </button>
  )
}
