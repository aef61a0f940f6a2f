import { initialsOf } from '../../../ui/components/Avatar.tsx'
import { DateTime } from '../../../ui/components/DateTime.tsx'
import { Timeline, type TimelineEntry } from '../../../ui/components/Timeline.tsx'
import type { PageCall } from '../../../ui/page.ts'
import { closingIn, closingWords } from '../closing/closing.ts'
import { processEntry } from '../process/pages/timeline-entry.tsx'
import { type MovedWhy, movedWhy } from '../promises/moved-why.ts'
import type { State } from '../rules.ts'
import type { EntryView } from '../views.ts'
import { AttachedFiles } from './Files.tsx'
import { stateText } from './StateTag.tsx'

interface Props {
  call: PageCall
  entries: readonly EntryView[]
  /** Whose words are shown as one's own. */
  side: 'requester' | 'desk'
}

/** What was said and what happened, oldest first. */
export function RequestTimeline({ call, entries, side }: Props) {
  const { t } = call
  return (
    <Timeline label={t('requests.page.timeline')} entries={entries.map((entry) => timelineEntry(call, entry, side))} />
  )
}

function timelineEntry(call: PageCall, entry: EntryView, side: Props['side']): TimelineEntry {
  const { t, format } = call
  const at = <DateTime format={format} at={entry.at} as="moment" />
  const closing = entry.kind === 'state' ? closingIn(entry) : null
  if (entry.kind === 'state')
    return {
      key: entry.id,
      kind: 'event',
      mark: { icon: 'route' },
      head: (
        <b>
          {t('requests.page.toState', { state: entry.stateWord ?? stateText(t, entry.toState as State, null, side) })}
        </b>
      ),
      body: (
        <>
          {closing && <>{closingWords(t, closing)} </>}
          <span class="small">{at}</span>
        </>
      ),
    }
  if (entry.kind === 'assignment')
    return {
      key: entry.id,
      kind: 'event',
      mark: { icon: 'user-round-check' },
      head: <b>{t('requests.desk.taken', { name: entry.author ?? t('requests.side.desk') })}</b>,
      body: <span class="small">{at}</span>,
    }
  const process = processEntry(call, entry)
  if (process) return process
  if (entry.kind === 'promise') return promiseEntry(call, entry)
  if (entry.kind !== 'message' && entry.kind !== 'note') return eventEntry(call, entry)
  const isOwn = entry.side === 'requester' && side === 'requester'
  const name = isOwn
    ? t('requests.side.you')
    : (entry.author ?? t(entry.side === 'desk' ? 'requests.side.desk' : 'requests.side.visitor'))
  return {
    key: entry.id,
    kind: entry.kind === 'note' ? 'internal' : isOwn || (side === 'desk' && entry.side === 'desk') ? 'own' : 'message',
    mark: entry.kind === 'note' ? { icon: 'lock' } : { initials: isOwn ? name : initialsOf(name) },
    head: (
      <>
        <b>{name}</b>
        {entry.kind === 'note' && <span>{t('requests.desk.note')}</span>}
        {at}
      </>
    ),
    body: (
      <>
        <p class="message-text">{entry.body}</p>
        <AttachedFiles t={t} format={format} files={entry.files} />
      </>
    ),
  }
}

/** What was promised anew, and why. */
function promiseEntry({ t, format }: PageCall, entry: EntryView): TimelineEntry {
  const { to, reason = 'desk', by, outside } = entry.detail as Partial<MovedWhy> & { to?: string }
  const why = movedWhy(t, { reason, by, outside: outside === true, words: entry.body })
  return {
    key: entry.id,
    kind: 'event',
    mark: { icon: 'calendar-clock' },
    head: <b>{t('requests.promise.timelineMoved')}</b>,
    body: (
      <>
        {to ? t('requests.promise.timelineTo', { to: format.moment(to), reason: why }) : why}{' '}
        <span class="small">
          <DateTime format={format} at={entry.at} as="moment" />
        </span>
      </>
    ),
  }
}

const EVENT_ICONS = { approval: 'stamp', task: 'list-checks', share: 'users', link: 'link' } as const

/** What happened besides words: approvals, tasks, sharing, links between requests. */
function eventEntry({ t, format }: PageCall, entry: EntryView): TimelineEntry {
  const kind = entry.kind as keyof typeof EVENT_ICONS
  const { name, ended } = entry.detail as { name?: string; ended?: boolean }
  const head =
    kind === 'share'
      ? t(ended ? 'requests.timeline.unshared' : 'requests.timeline.shared', { name: name ?? '' })
      : t(`requests.timeline.${kind}`)
  return {
    key: entry.id,
    kind: 'event',
    mark: { icon: EVENT_ICONS[kind] },
    head: <b>{head}</b>,
    body: (
      <>
        {entry.body && <>{entry.body} </>}
        <span class="small">
          <DateTime format={format} at={entry.at} as="moment" />
        </span>
      </>
    ),
  }
}
