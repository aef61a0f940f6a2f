import type { z } from 'zod'
import type { TextKey } from '../../../../kernel/text.ts'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { Icon } from '../../../../ui/components/Icon.tsx'
import { Key } from '../../../../ui/components/Key.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { StateTag } from '../../pages/StateTag.tsx'
import { isByDue, type QueueFilter } from '../filter.ts'
import { markOf } from '../live.ts'
import type { listChoices } from '../operations/list-choices.ts'
import type { listQueue } from '../operations/list-queue.ts'
import { BulkBar } from './BulkBar.tsx'
import { dueOf } from './due.ts'
import { FilterForm } from './FilterForm.tsx'
import { queryOf } from './filter-address.ts'

export type QueuePage = z.output<typeof listQueue.output>
export type Choices = z.output<typeof listChoices.output>

interface ListProps {
  call: PageCall
  filter: QueueFilter
  page: QueuePage
  choices: Choices
  /** Reference of the request that is open beside the list. */
  open?: string | undefined
  /** What a view is called. */
  title: string
}

/** The desk's requests, one below the other, with what narrows them and what changes many at once. */
export function QueueList({ call, filter, page, choices, open, title }: ListProps) {
  const { t } = call
  // Still chosen after something was missing in what was to be done to them.
  const chosen = shownForm(t, call.form, 'bulk').values('reference')
  const Title = open ? 'h2' : 'h1'
  const href = (cursor?: string) => `${call.url('/desk')}${queryOf(filter, { cursor })}`
  return (
    <section class="desk-list" aria-label={title} data-part="list">
      <header class="desk-list-head">
        <Title class="desk-list-title">{title}</Title>
        <span class="small muted">{t(isByDue(filter.queue) ? 'requests.desk.byPromise' : 'requests.desk.byAge')}</span>
      </header>
      <FilterForm call={call} filter={filter} choices={choices} />
      {page.items.length === 0 ? (
        <EmptyState icon="circle-check" title={t('requests.desk.empty')}>
          {t('requests.desk.emptyText')}
        </EmptyState>
      ) : (
        <ul class="desk-rows">
          {page.items.map((item) => (
            <Row
              key={item.reference}
              call={call}
              item={item}
              filter={filter}
              isOpen={item.reference === open}
              isChosen={chosen.includes(item.reference)}
            />
          ))}
        </ul>
      )}
      <BulkBar call={call} filter={filter} choices={choices} />
      <Pagination t={t} previous={call.query['cursor'] ? href() : null} next={page.next ? href(page.next) : null} />
      <p class="desk-hint small muted">
        <Key>j</Key> <Key>k</Key> {t('requests.desk.hint.move')} · <Key>x</Key> {t('requests.desk.hint.choose')} ·{' '}
        <Key>?</Key> {t('requests.desk.hint.all')}
      </p>
    </section>
  )
}

interface RowProps {
  call: PageCall
  item: QueuePage['items'][number]
  filter: QueueFilter
  isOpen: boolean
  isChosen: boolean
}

function Row({ call, item, filter, isOpen, isChosen }: RowProps) {
  const { t, format, now } = call
  const due = dueOf(call, item)
  const cursor = call.query['cursor']
  return (
    <li class="desk-row" data-queue-row data-reference={item.reference} data-request={markOf(item.id)}>
      <label class="desk-row-choose">
        <input type="checkbox" name="reference" value={item.reference} form="bulk" checked={isChosen} />
        <span class="visually-hidden">{t('requests.desk.choose', { subject: item.subject })}</span>
      </label>
      <a
        href={`${call.url(`/desk/${item.reference}`)}${queryOf(filter, { cursor })}`}
        aria-current={isOpen ? 'page' : undefined}
      >
        <span class="desk-row-main">
          <b class="desk-row-subject">{item.subject}</b>
          <span class="desk-row-who">
            {item.requester ?? t('requests.desk.anonymous')}
            {item.latest && <span class="desk-row-latest"> · {item.latest}</span>}
          </span>
        </span>
        <span class="desk-row-tags">
          {due ? (
            <Tag tone={due.tone} icon="clock">
              {due.text}
            </Tag>
          ) : (
            <StateTag t={t} state={item.state} ending={item.ending} side="desk" />
          )}
          {due && (item.state === 'waiting' || item.state === 'approval') && (
            <StateTag t={t} state={item.state} ending={item.ending} side="desk" />
          )}
          {item.priority < 3 && (
            <Tag tone={item.priority === 1 ? 'bad' : 'warn'} icon="chevrons-up">
              {t(`requests.desk.priority.${item.priority}` as TextKey)}
            </Tag>
          )}
          {item.isKnownError && <Tag icon="siren">{t('requests.desk.knownError')}</Tag>}
          {item.tags.slice(0, 3).map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </span>
        <span class="desk-row-more small muted">
          <span>{item.typeName}</span>
          {(item.assignee ?? item.team) && (
            <span>
              <Icon name={item.assignee ? 'user-round' : 'users'} /> {item.assignee ?? item.team}
            </span>
          )}
        </span>
        <span class="desk-row-ago small muted num">{format.ago(item.changedAt, now)}</span>
      </a>
    </li>
  )
}

/** What became of a change of many: which rows were refused, and why. */
export function BulkReport({
  call,
  results,
}: {
  call: PageCall
  results: readonly { reference: string; done: boolean; why: string | null }[]
}) {
  const { t } = call
  const refused = results.filter((row) => !row.done)
  return (
    <div class="stack tight" role="status">
      <p>
        <b>{t('requests.desk.bulkDone', { done: results.length - refused.length, refused: refused.length })}</b>
      </p>
      <ul class="stack tight">
        {refused.map((row) => (
          <li key={row.reference}>
            <a href={call.url(`/desk/${row.reference}`)}>{row.reference}</a>: {row.why}
          </li>
        ))}
      </ul>
    </div>
  )
}
