import type { ComponentChildren } from 'preact'
import type { IconName } from '../icon-names.ts'
import { Icon } from './Icon.tsx'

interface EmptyStateProps {
  icon?: IconName
  title: ComponentChildren
  level?: 2 | 3
  /** The text. */
  children?: ComponentChildren
  /** The next step: never leave somebody with nothing to do. */
  action?: ComponentChildren
}

/** Where nothing is yet: why, and what to do about it. */
export function EmptyState({ icon = 'inbox', title, level = 2, children, action }: EmptyStateProps) {
  const Title = `h${level}` as 'h2'
  return (
    <div class="empty">
      <Icon name={icon} />
      <Title>{title}</Title>
      {children && (typeof children === 'string' ? <p>{children}</p> : children)}
      {action && <div class="row">{action}</div>}
    </div>
  )
}
