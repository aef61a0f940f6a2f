import type { ComponentChildren } from 'preact'
import { may } from '../../../../kernel/actor.ts'
import type { TextKey } from '../../../../kernel/text.ts'
import { initialsOf } from '../../../../ui/components/Avatar.tsx'
import { Timeline, type TimelineEntry } from '../../../../ui/components/Timeline.tsx'
import type { IconName } from '../../../../ui/icon-names.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { closingIn } from '../../closing/closing.ts'
import { AttachedFiles } from '../../pages/Files.tsx'
import { stateText } from '../../pages/StateTag.tsx'
import { type MovedWhy, movedWhy } from '../../promises/moved-why.ts'
import type { State } from '../../rules.ts'
import type { EntryView } from '../../views.ts'
import type { DeskRequest } from './case/CaseHead.tsx'
import { triedBefore } from './case/tried-before.tsx'
import { shortMoment } from './due.ts'

/** What was said and what happened, oldest first, beginning with what was tried before somebody wrote. */
export function DeskTimeline({ call, request }: { call: PageCall; request: DeskRequest }) {
  const { t } = call
  const entries = request.entries.map((entry) => entryOf(call, entry))
  const before = triedBefore(call, request)
  const [first, ...rest] = entries
  return (
    <Timeline
      label={t('requests.page.timeline')}
      entries={[...(first ? [first] : []), ...(before ? [before] : []), ...rest]}
    />
  )
}

function entryOf(call: PageCall, entry: EntryView): TimelineEntry {
  const { t, format } = call
  const at = (
    <time dateTime={entry.at} title={format.moment(entry.at)}>
      {shortMoment(call, entry.at)}
    </time>
  )
  const origin = typeof entry.detail['origin'] === 'string' ? entry.detail['origin'] : null
  const from = origin && (
    <a class="small" href={call.url(`/desk/${origin}`)}>
      {t('requests.desk.from', { reference: origin })}
    </a>
  )
  if (entry.kind !== 'message' && entry.kind !== 'note')
    return {
      key: entry.id,
      kind: 'event',
      mark: { icon: ICONS[entry.kind] ?? 'info' },
      head: <>{eventText(call, entry)}</>,
      body: (
        <span class="small">
          {at} {from}
        </span>
      ),
    }
  const name = entry.author ?? t(entry.side === 'desk' ? 'requests.side.desk' : 'requests.side.visitor')
  return {
    key: entry.id,
    kind: entry.kind === 'note' ? 'internal' : entry.side === 'desk' ? 'own' : 'message',
    mark: entry.kind === 'note' ? { icon: 'lock' } : { initials: initialsOf(name) },
    head: (
      <>
        <b>{name}</b>
        {entry.kind === 'note' && <span>{t('requests.desk.note')}</span>}
        {at}
        {from}
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

const ICONS: Partial<Record<EntryView['kind'], IconName>> = {
  state: 'route',
  assignment: 'user-round-check',
  approval: 'badge-check',
  task: 'list-checks',
  promise: 'calendar-clock',
  share: 'users',
  link: 'link',
}

function eventText(call: PageCall, entry: EntryView): ComponentChildren {
  const { t, format } = call
  const { detail } = entry
  const who = entry.author ?? t('requests.side.desk')
  if (entry.kind === 'state') return stateEntryText(call, entry, who)
  if (entry.kind === 'assignment') return assignmentText(call, who, detail)
  if (entry.kind === 'promise' && typeof detail['to'] === 'string') {
    const { reason = 'desk', by, outside } = detail as Partial<MovedWhy>
    const why = movedWhy(t, { reason, by, outside: outside === true, words: entry.body })
    return (
      <>
        <b>{t('requests.desk.promiseNow', { moment: format.moment(detail['to']) })}</b> {why}
      </>
    )
  }
  if (entry.kind === 'link') return linkText(call, entry)
  return <b>{entry.body ?? t(`requests.desk.entry.${entry.kind}` as TextKey)}</b>
}

/** Where it went; with the reason and who gave it when that was the end without a solution. */
function stateEntryText({ t }: PageCall, entry: EntryView, who: string): ComponentChildren {
  const closing = closingIn(entry)
  if (!closing)
    return <b>{t('requests.page.toState', { state: stateText(t, entry.toState as State, null, 'desk') })}</b>
  return (
    <>
      <b>{t('requests.closing.now')}</b> · {who}: {t(`requests.closing.reason.${closing.reason}`)}
      {closing.words && ` – ${closing.words}`}
    </>
  )
}

function assignmentText({ t }: PageCall, who: string, detail: EntryView['detail']): ComponentChildren {
  const parts = [
    'team' in detail &&
      (detail['team']
        ? t('requests.desk.entry.toTeam', { team: String(detail['team']) })
        : t('requests.desk.entry.noTeam')),
    'to' in detail &&
      (detail['to'] ? t('requests.desk.entry.to', { name: String(detail['to']) }) : t('requests.desk.entry.freed')),
    'priority' in detail &&
      t('requests.desk.entry.priority', { priority: t(`requests.desk.priority.${detail['priority']}` as TextKey) }),
    'type' in detail && t('requests.desk.entry.type', { type: String(detail['type']) }),
    'requester' in detail && t('requests.desk.entry.requester', { name: String(detail['requester']) }),
  ].filter((part) => part !== false)
  if (parts.length === 0) return <b>{t('requests.desk.taken', { name: who })}</b>
  return (
    <>
      <b>{who}</b>: {parts.join(' · ')}
    </>
  )
}

function linkText(call: PageCall, { detail, body }: EntryView): ComponentChildren {
  const { t, url } = call
  if (detail['how'] === 'article') return articleText(call, String(detail['title']), String(detail['path']))
  const reference = typeof detail['reference'] === 'string' ? detail['reference'] : ''
  const how = typeof detail['how'] === 'string' ? detail['how'] : 'linked'
  const path = reference.startsWith('K-') ? `/desk/known-errors/${reference}` : `/desk/${reference}`
  return (
    <>
      <b>{t(`requests.desk.link.${how}` as TextKey)}</b> {reference && <a href={url(path)}>{reference}</a>} {body}
    </>
  )
}

/** Whoever writes articles goes on to it. */
function articleText({ t, url, actor }: PageCall, title: string, path: string): ComponentChildren {
  return (
    <>
      <b>{t('requests.desk.link.article')}</b> {may(actor, 'knowledge.write') ? <a href={url(path)}>{title}</a> : title}
    </>
  )
}
