import type { z } from 'zod'
import { isLang, LANGS } from '../../../../kernel/lang.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { DateTime } from '../../../../ui/components/DateTime.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { definePage, type PageCall } from '../../../../ui/page.ts'
import { listChoices } from '../../operations/list-choices.ts'
import { listForEditing } from '../../operations/list-for-editing.ts'
import { STATES, type State } from '../../rules.ts'
import { KINDS } from '../../views.ts'
import { addressOf } from './addresses.ts'
import { indented } from './choices.ts'

type Answer = z.output<typeof listForEditing.output>
type Row = Answer['items'][number]
const PATH = '/admin/articles'

/** All articles for those who write: what waits, what is due, and everything by search and filters. */
export const articlesPage = definePage({
  path: PATH,
  layout: 'admin',
  requires: 'knowledge.write',
  async get(call) {
    const { t, query } = call
    const filter = filterOf(query)
    const answer = await call.run(listForEditing, { ...filter, cursor: query['cursor'] || undefined, limit: 50 })
    return {
      title: t('knowledge.nav.articles'),
      noIndex: true,
      view: (
        <>
          <PageHead
            title={t('knowledge.nav.articles')}
            actions={
              <LinkButton look="primary" icon="plus" href={call.url('/admin/articles/new')}>
                {t('knowledge.admin.new')}
              </LinkButton>
            }
          />
          <Work call={call} work={answer.work} />
          <Filters call={call} choices={await call.run(listChoices, {})} />
          <Articles call={call} rows={answer.items} />
          <Pagination
            t={t}
            previous={query['cursor'] ? addressOf(call, PATH, { ...query, cursor: null }) : null}
            previousLabel={t('knowledge.admin.toBeginning')}
            next={answer.next ? addressOf(call, PATH, { ...query, cursor: answer.next }) : null}
          />
        </>
      ),
    }
  },
})

function filterOf(query: Readonly<Record<string, string>>) {
  const oneOf = <T extends string>(all: readonly T[], value: string | undefined) =>
    all.includes(value as T) ? (value as T) : undefined
  const lang = (value: string | undefined) => (isLang(value) ? value : undefined)
  return {
    words: query['words'] || undefined,
    state: oneOf(STATES, query['state']),
    kind: oneOf(KINDS, query['kind']),
    category: query['category'] || undefined,
    owner: query['owner'] || undefined,
    translatedTo: lang(query['lang']),
    missingIn: lang(query['missing']),
    isDue: query['due'] ? true : undefined,
  }
}

/** What waits for somebody, as views of the list. */
function Work({ call, work }: { call: PageCall; work: Answer['work'] }) {
  const { t, query } = call
  const views: { label: string; state?: State; due?: boolean; count?: number }[] = [
    { label: t('knowledge.admin.view.all') },
    { label: t('knowledge.state.in_review'), state: 'in_review', count: work.inReview },
    { label: t('knowledge.admin.view.due'), due: true, count: work.due },
    { label: t('knowledge.state.scheduled'), state: 'scheduled', count: work.scheduled },
    { label: t('knowledge.admin.view.drafts'), state: 'draft', count: work.drafts },
  ]
  return (
    <Tabs
      label={t('knowledge.admin.view.label')}
      tabs={views.map(({ label, state, due, count }) => ({
        label,
        ...(count === undefined ? {} : { count }),
        href: addressOf(call, PATH, { state, due: due ? '1' : null }),
        current: (query['state'] ?? '') === (state ?? '') && Boolean(query['due']) === Boolean(due),
      }))}
    />
  )
}

function Filters({ call, choices }: { call: PageCall; choices: z.output<typeof listChoices.output> }) {
  const { t, query } = call
  const all = t('knowledge.admin.filter.all')
  const langs = LANGS.map((lang) => ({ value: lang, label: t(`knowledge.lang.${lang}`) }))
  const base = { t, optional: undefined, empty: all } as const
  return (
    <form method="get" class="toolbar" aria-label={t('knowledge.admin.filter.label')}>
      {query['due'] && <input type="hidden" name="due" value="1" />}
      <TextInput
        t={t}
        name="words"
        type="search"
        label={t('knowledge.admin.filter.words')}
        value={query['words']}
        required={false}
      />
      <Select
        {...base}
        name="kind"
        label={t('knowledge.field.kind')}
        value={query['kind']}
        required={false}
        options={KINDS.map((kind) => ({ value: kind, label: t(`knowledge.kind.${kind}`) }))}
      />
      <Select
        {...base}
        name="state"
        label={t('knowledge.admin.column.state')}
        value={query['state']}
        required={false}
        options={STATES.map((state) => ({ value: state, label: t(`knowledge.state.${state}`) }))}
      />
      <Select
        {...base}
        name="category"
        label={t('knowledge.field.category')}
        value={query['category']}
        required={false}
        options={indented(choices.categories)}
      />
      <Select
        {...base}
        name="owner"
        label={t('knowledge.field.owner')}
        value={query['owner']}
        required={false}
        options={choices.writers.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Select
        {...base}
        name="lang"
        label={t('knowledge.admin.filter.lang')}
        value={query['lang']}
        required={false}
        options={langs}
      />
      <Select
        {...base}
        name="missing"
        label={t('knowledge.admin.filter.missing')}
        value={query['missing']}
        required={false}
        options={langs}
        empty={t('knowledge.admin.filter.none')}
      />
      <Button icon="search">{t('knowledge.admin.filter.apply')}</Button>
    </form>
  )
}

function Articles({ call, rows }: { call: PageCall; rows: Row[] }) {
  const { t, format } = call
  return (
    <DataTable
      caption={t('knowledge.nav.articles')}
      hideCaption
      rows={rows}
      rowKey={(row: Row) => row.id}
      empty={
        <EmptyState
          icon="file-text"
          title={t('knowledge.admin.empty.title')}
          action={<LinkButton href={call.url(PATH)}>{t('knowledge.admin.empty.action')}</LinkButton>}
        >
          {t('knowledge.admin.empty.text')}
        </EmptyState>
      }
      columns={[
        {
          title: t('knowledge.field.title'),
          head: true,
          cell: (row: Row) => (
            <>
              <a href={call.url(`/admin/articles/${row.id}`)} lang={row.lang}>
                {row.title}
              </a>
              <br />
              <span class="muted small">{t(`knowledge.kind.${row.kind}`)}</span>
            </>
          ),
        },
        { title: t('knowledge.admin.column.translations'), cell: (row: Row) => <Translations call={call} row={row} /> },
        { title: t('knowledge.field.owner'), cell: (row: Row) => row.owner ?? '–' },
        { title: t('knowledge.field.audience'), cell: (row: Row) => row.audience ?? t('knowledge.audience.everyone') },
        {
          title: t('knowledge.admin.column.changed'),
          cell: (row: Row) => (
            <>
              <DateTime format={format} at={row.changedAt as string} as="dayShort" />
              {row.checkDueAt && new Date(row.checkDueAt as string) <= call.now && (
                <>
                  {' '}
                  <Tag tone="warn">{t('knowledge.admin.due')}</Tag>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

/** Translations by how far they have come; each language leads to its text. One line where all are equally far. */
function Translations({ call, row }: { call: PageCall; row: Row }) {
  const { t } = call
  const byState = Map.groupBy(row.translations, ({ state, isOnline }) => `${state} ${isOnline}`)
  return (
    <span class="tags">
      {[...byState].map(([key, [first, ...others]]) =>
        first ? (
          <span key={key} class="tags">
            <Tag tone={first.state === 'in_review' ? 'warn' : first.isOnline ? 'good' : 'plain'}>
              {t(`knowledge.state.${first.state}`)}
            </Tag>
            {[first, ...others].map(({ lang }) => (
              <a key={lang} href={addressOf(call, `/admin/articles/${row.id}`, { lang })}>
                <abbr title={t(`knowledge.lang.${lang}`)}>{lang.toUpperCase()}</abbr>
              </a>
            ))}
          </span>
        ) : null,
      )}
    </span>
  )
}
