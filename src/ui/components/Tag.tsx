import type { ComponentChildren } from 'preact'
import { classes } from '../classes.ts'
import type { IconName } from '../icon-names.ts'
import { Icon } from './Icon.tsx'

/** The meaning of a colour; the words say it too. */
export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad'

/** A state or a topic in a word or two. */
export function Tag({
  tone = 'plain',
  icon,
  href,
  children,
}: {
  tone?: Tone
  icon?: IconName
  href?: string
  children: ComponentChildren
}) {
  const inner = (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </>
  )
  const name = classes('tag', tone !== 'plain' && tone)
  return href ? (
    <a class={name} href={href}>
      {inner}
    </a>
  ) : (
    <span class={name}>{inner}</span>
  )
}
