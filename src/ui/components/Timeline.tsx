import type { ComponentChildren } from 'preact'
import { classes } from '../classes.ts'
import type { IconName } from '../icon-names.ts'
import { Icon } from './Icon.tsx'

/** Something that happened or was said. */
export interface TimelineEntry {
  key: string
  /** Event: something that happened, in one line. Message: something that was said. Internal: only for the desk. */
  kind: 'event' | 'message' | 'own' | 'internal'
  /** Initials of who said it (messages), or the icon of what happened (events). */
  mark: { initials: string } | { icon: IconName }
  /** Who and when. */
  head: ComponentChildren
  /** The text of a message, or what comes with it. */
  body?: ComponentChildren
}

/** What happened to a thing, newest first or last as given. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <span
            class={classes('timeline-dot', entry.kind === 'own' ? 'own' : 'initials' in entry.mark && 'person')}
            aria-hidden="true"
          >
            {'icon' in entry.mark ? <Icon name={entry.mark.icon} /> : entry.mark.initials}
          </span>
          {entry.kind === 'event' ? (
            <div class="event">
              {entry.head} {entry.body}
            </div>
          ) : (
            <div class={classes('message', entry.kind !== 'message' && entry.kind)}>
              <div class="meta">{entry.head}</div>
              {typeof entry.body === 'string' ? <p class="message-text">{entry.body}</p> : entry.body}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
