import type { ComponentChildren } from 'preact'
import { classes } from '../classes.ts'
import type { IconName } from '../icon-names.ts'
import { Icon } from './Icon.tsx'

/** What a notice is about. */
export type NoticeTone = 'info' | 'good' | 'warn' | 'bad'

/** The icon of each tone. */
export const NOTICE_ICONS: Record<NoticeTone, IconName> = {
  info: 'info',
  good: 'circle-check',
  warn: 'triangle-alert',
  bad: 'circle-alert',
}

interface NoticeProps {
  tone?: NoticeTone
  title?: ComponentChildren
  icon?: IconName
  /** Announced by screen readers when it appears. */
  live?: boolean
  /** A link at the end of the line. */
  end?: ComponentChildren
  children?: ComponentChildren
}

/** Something to know before going on. */
export function Notice({ tone = 'info', title, icon, live, end, children }: NoticeProps) {
  return (
    <div
      class={classes('notice', tone, end && 'with-end')}
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      <Icon name={icon ?? NOTICE_ICONS[tone]} />
      <div class="notice-body">
        {title && <p class="notice-title">{title}</p>}
        {children && (typeof children === 'string' ? <p>{children}</p> : <div>{children}</div>)}
      </div>
      {end && <div class="notice-end">{end}</div>}
    </div>
  )
}
