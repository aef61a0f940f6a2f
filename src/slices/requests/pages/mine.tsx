import type { z } from 'zod'
import type { TextKey } from '../../../kernel/text.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { Disclosure } from '../../../ui/components/Disclosure.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { Select } from '../../../ui/components/Select.tsx'
import { Tabs } from '../../../ui/components/Tabs.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage, goTo, type PageAnswer, type PageCall } from '../../../ui/page.ts'
import { RequestFilter } from '../lists/filter.ts'
import { listSavedViews, removeView, saveView } from '../lists/operations/views.ts'
import { listMine } from '../operations/list-mine.ts'
import { SCOPES } from '../store/lists.ts'
import { listOffered } from '../types/operations/list-offered.ts'
import { StateTag } from './StateTag.tsx'

const SHOWS = ['all', 'open', 'done'] as const
type Filter = z.output<typeof RequestFilter>
type Row = z.output<typeof listMine.output>['items'][number]

/** Everything that somebody has to do with: their own, what is shared with them, what is their organisation's. */
export const minePage = definePage({
  path: '/requests',
  requires: 'signed-in',
  get: show,
  post: {
    async keep(call, fields) {
      const filter = filterOf({ ...call.query })
      await call.run(saveView, { name: fields.get('name'), filter })
      return goTo(hrefOf(call, filter), 'requests.views.saved')
    },
    async remove(call, fields) {
      await call.run(removeView, { id: fields.get('view') })
      return goTo(hrefOf(call, filterOf(call.query)), 'requests.views.removed')
    },
  },
})

async function show(call: PageCall): Promise<PageAnswer> {
  const { t } = call
  const filter = filterOf(call.query)
  const [page, { views }, { types }] = await Promise.all([
    call.run(listMine, { ...filter, cursor: call.query['cursor'] || undefined }),
    call.run(listSavedViews, {}),
    call.run(listOffered, { show: 'all' }),
  ])
  const isNarrowed = filter.q !== '' || filter.type !== ''
  return {
    title: t('requests.mine.title'),
    breadcrumbs: [{ label: t('requests.mine.title') }],
    view: (
      <>
        <PageHead
          title={t('requests.mine.title')}
          lead={t('requests.mine.lead')}
          actions={
            <LinkButton href={call.url('/contact')} icon="square-pen">
              {t('requests.mine.write')}
            </LinkButton>
          }
        />
        <Scopes call={call} filter={filter} />
        <div class="stack">
          <Narrow call={call} filter={filter} types={types} />
          <SavedViews call={call} filter={filter} views={views} />
          <DataTable
            caption={t('requests.mine.title')}
            hideCaption
            rows={page.items}
            rowKey={(row) => row.reference}
            columns={columns(call)}
            empty={isNarrowed ? <NothingFound call={call} filter={filter} /> : <NothingYet call={call} />}
          />
          <p class="small">
            <a href={call.url('/requests/claim')}>{t('requests.claim.title')}</a>
          </p>
          <Pagination
            t={t}
            previous={call.query['cursor'] ? hrefOf(call, filter) : null}
            next={page.next ? `${hrefOf(call, filter)}&cursor=${encodeURIComponent(page.next)}` : null}
          />
        </div>
      </>
    ),
  }
}

/** What the address asks for; what it does not know counts as not said. */
function filterOf(query: Readonly<Record<string, string>>): Filter {
  const known = RequestFilter.safeParse({
    scope: query['scope'],
    show: query['show'],
    type: query['type'],
    q: query['q'],
  })
  return known.success ? known.data : RequestFilter.parse({})
}

function hrefOf(call: PageCall, { scope, show, type, q }: Filter): string {
  const query = new URLSearchParams({ scope, show, ...(type ? { type } : {}), ...(q ? { q } : {}) })
  return `${call.url('/requests')}?${query}`
}

interface PartProps {
  call: PageCall
  filter: Filter
}

function Scopes({ call, filter }: PartProps) {
  const { t, actor } = call
  const seesOrganisation = actor.permissions.has('requests.organisation') || actor.permissions.has('*')
  return (
    <Tabs
      label={t('requests.list.scopes')}
      tabs={SCOPES.filter((one) => one !== 'organisation' || seesOrganisation).map((scope) => ({
        label: t(`requests.list.scope.${scope}`),
        href: hrefOf(call, { ...filter, scope }),
        current: scope === filter.scope,
      }))}
    />
  )
}

function Narrow({ call: { t, ...call }, filter, types }: PartProps & { types: { key: string; name: string }[] }) {
  return (
    <search>
      <form action={call.url('/requests')} class="row end">
        <input type="hidden" name="scope" value={filter.scope} />
        <TextInput
          t={t}
          name="q"
          type="search"
          label={t('requests.list.search')}
          value={filter.q}
          optional
          width="medium"
        />
        <Select
          t={t}
          name="show"
          label={t('requests.list.show')}
          options={SHOWS.map((one) => ({ value: one, label: t(`requests.mine.${one}` as TextKey) }))}
          value={filter.show}
          width="short"
        />
        <Select
          t={t}
          name="type"
          label={t('requests.list.type')}
          empty={t('requests.list.everyType')}
          options={types.map((one) => ({ value: one.key, label: one.name }))}
          value={filter.type}
          width="short"
        />
        <Button icon="search">{t('requests.list.find')}</Button>
      </form>
    </search>
  )
}

type Views = z.output<typeof listSavedViews.output>['views']

function SavedViews({ call, filter, views }: PartProps & { views: Views }) {
  const { t } = call
  const form = shownForm(t, call.form, 'keep')
  return (
    <Disclosure title={t('requests.views.title')} open={form.errors.length > 0}>
      <div class="stack">
        {views.map((view) => (
          <form key={view.id} method="post" class="row">
            <a href={hrefOf(call, view.filter)}>{view.name}</a>
            <input type="hidden" name="view" value={view.id} />
            <Button name="action" value="remove" look="quiet" size="small" icon="trash-2">
              {t('requests.views.remove', { name: view.name })}
            </Button>
          </form>
        ))}
        <form method="post" action={hrefOf(call, filter)} class="row end" novalidate>
          <TextInput {...form.field('name')} label={t('requests.views.name')} maxLength={60} width="medium" />
          <Button name="action" value="keep" icon="bookmark">
            {t('requests.views.keep')}
          </Button>
        </form>
      </div>
    </Disclosure>
  )
}

function columns(call: PageCall) {
  const { t, format, now } = call
  return [
    {
      title: t('requests.mine.subject'),
      head: true,
      cell: (row: Row) => (
        <>
          <a href={call.url(`/requests/${row.reference}`)}>{row.subject}</a>
          <span class="hint">
            {' '}
            {row.reference}
            {row.typeName && ` · ${row.typeName}`}
          </span>
        </>
      ),
    },
    {
      title: t('requests.page.state'),
      cell: (row: Row) => <StateTag t={t} state={row.state} ending={row.ending} word={row.stateWord} />,
    },
    {
      title: t('requests.list.promised'),
      cell: (row: Row) => (isAhead(row, now) ? format.dayShort(row.promisedAt as string) : '–'),
    },
    { title: t('requests.page.changed'), cell: (row: Row) => format.ago(row.changedAt, now) },
  ]
}

/** Whether there is still something to expect. */
function isAhead({ promisedAt, answeredAt, state }: Row, now: Date): boolean {
  if (!promisedAt || state === 'solved' || state === 'closed') return false
  return answeredAt === null || new Date(promisedAt) > now
}

function NothingYet({ call }: { call: PageCall }) {
  const { t } = call
  return (
    <EmptyState
      title={t('requests.mine.none')}
      action={
        <LinkButton href={call.url('/contact')} look="primary" icon="square-pen">
          {t('requests.mine.write')}
        </LinkButton>
      }
    >
      {t('requests.mine.noneText')}
    </EmptyState>
  )
}

function NothingFound({ call, filter }: PartProps) {
  const { t } = call
  return (
    <EmptyState
      title={t('requests.list.nothing')}
      action={
        <LinkButton href={hrefOf(call, { ...filter, q: '', type: '', show: 'all' })}>
          {t('requests.list.showAll')}
        </LinkButton>
      }
    >
      {t('requests.list.nothingText')}
    </EmptyState>
  )
}
