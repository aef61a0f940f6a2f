import type { z } from 'zod'
import type { Translate } from '../../../../kernel/text.ts'
import { classes } from '../../../../ui/classes.ts'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { Key } from '../../../../ui/components/Key.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import { Island } from '../../../../ui/island.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import { StateTag } from '../../pages/StateTag.tsx'
import type { listQueue } from '../operations/list-queue.ts'
import { VIEWS, type View } from '../views-of-desk.ts'

type QueuePage = z.output<typeof listQueue.output>

interface QueueProps {
  call: PageCall
  view: View
  page: QueuePage
  /** Reference of the request that is open beside the list. */
  open?: string
}

/** The desk's requests, one below the other, the most urgent first. */
export function Queue({ call, view, page, open }: QueueProps) {
  const { t } = call
  const href = (query: string) => `${call.url('/desk')}?${query}`
  return (
    <div class="stack">
      <Tabs
        label={t('requests.mine.views')}
        tabs={VIEWS.map((one) => ({
          label: t(`requests.desk.view.${one}`),
          href: href(`view=${one}`),
          current: one === view,
          ...(one === 'to-do' ? { count: page.toDo } : {}),
        }))}
      />
      {page.items.length === 0 ? (
        <EmptyState icon="circle-check" title={t('requests.desk.empty')}>
          {t('requests.desk.emptyText')}
        </EmptyState>
      ) : (
        <ul class="queue" aria-label={t('requests.desk.queue')}>
          {page.items.map((item) => (
            <QueueRow key={item.reference} call={call} item={item} view={view} isOpen={item.reference === open} />
          ))}
        </ul>
      )}
      <Pagination
        t={t}
        previous={call.query['cursor'] ? href(`view=${view}`) : null}
        next={page.next ? href(`view=${view}&cursor=${encodeURIComponent(page.next)}`) : null}
      />
    </div>
  )
}

interface RowProps {
  call: PageCall
  item: QueuePage['items'][number]
  view: View
  isOpen: boolean
}

function QueueRow({ call, item, view, isOpen }: RowProps) {
  const { t, format, now } = call
  const isDue = (item.state === 'new' || item.state === 'open') && item.answeredAt === null
  const isLate = isDue && item.promisedAt !== null && new Date(item.promisedAt) < now
  return (
    <li data-queue-row>
      <a href={`${call.url(`/desk/${item.reference}`)}?view=${view}`} aria-current={isOpen ? 'page' : undefined}>
        <span class="queue-top">
          <b>{item.requester ?? t('requests.desk.anonymous')}</b>
          <span class="small muted">{format.ago(item.changedAt, now)}</span>
        </span>
        <span class="queue-subject">{item.subject}</span>
        {item.latest && <span class="queue-latest">{item.latest}</span>}
        <span class="row small">
          <StateTag t={t} state={item.state} ending={item.ending} side="desk" />
          {isDue && item.promisedAt && (
            <span class={classes(isLate && 'late')}>
              {t(isLate ? 'requests.desk.overdue' : 'requests.desk.dueBy', { moment: format.moment(item.promisedAt) })}
            </span>
          )}
          {item.assignee && <span class="muted">{item.assignee}</span>}
        </span>
      </a>
    </li>
  )
}

const KEYS = [
  ['j', 'requests.desk.key.next'],
  ['k', 'requests.desk.key.previous'],
  ['Enter', 'requests.desk.key.open'],
  ['r', 'requests.desk.key.answer'],
  ['n', 'requests.desk.key.note'],
  ['t', 'requests.desk.key.take'],
  ['?', 'requests.desk.key.help'],
] as const

/** The keys of the desk, and what makes them work. */
export function DeskKeys({ t }: { t: Translate }) {
  return (
    <div class="section" data-desk-keys>
      <Disclosure title={t('requests.desk.keys')}>
        <ul class="stack tight">
          {KEYS.map(([key, text]) => (
            <li key={key} class="row">
              <Key>{key}</Key> {t(text)}
            </li>
          ))}
        </ul>
      </Disclosure>
      <Island name="desk-keys" />
    </div>
  )
}
