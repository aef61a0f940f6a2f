import type { z } from 'zod'
import { isLang, LANGS } from '../../../kernel/lang.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { DateTime } from '../../../ui/components/DateTime.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { Tabs } from '../../../ui/components/Tabs.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import { definePage, goTo, type PageCall } from '../../../ui/page.ts'
import { listMissingQuestions } from '../operations/list-missing.ts'
import { settleMissingQuestion } from '../operations/settle-missing.ts'

type Missing = z.output<typeof listMissingQuestions.output>['items'][number]

export const missingPage = definePage({
  path: '/admin/missing',
  layout: 'admin',
  requires: 'answers.manage',
  async get(call) {
    const { t, query } = call
    const state = query['state'] === 'settled' ? 'settled' : 'open'
    const lang = isLang(query['lang']) ? query['lang'] : undefined
    const { items, next } = await call.run(listMissingQuestions, { state, lang, cursor: query['cursor'] || undefined })
    const at = (change: Record<string, string | undefined>) => {
      const address = new URLSearchParams()
      for (const [name, value] of Object.entries({ state, lang, ...change })) if (value) address.set(name, value)
      return `${call.url('/admin/missing')}?${address}`
    }
    return {
      title: t('answers.missing.title'),
      view: (
        <>
          <PageHead title={t('answers.missing.title')} lead={t('answers.missing.lead')} />
          <Tabs
            label={t('answers.missing.views')}
            tabs={[
              { label: t('answers.missing.open'), href: at({ state: 'open' }), current: state === 'open' },
              { label: t('answers.missing.settled'), href: at({ state: 'settled' }), current: state === 'settled' },
            ]}
          />
          <p class="pills">
            <a class="pill" href={at({ lang: undefined })} aria-current={lang ? undefined : 'true'}>
              {t('answers.missing.allLanguages')}
            </a>
            {LANGS.map((one) => (
              <a class="pill" key={one} href={at({ lang: one })} aria-current={one === lang ? 'true' : undefined}>
                {t(`answers.language.${one}`)}
              </a>
            ))}
          </p>
          <DataTable
            caption={t('answers.missing.title')}
            hideCaption
            rows={items}
            rowKey={(row) => row.id}
            empty={
              <EmptyState icon="circle-check" title={t('answers.missing.none')}>
                {t('answers.missing.noneText')}
              </EmptyState>
            }
            columns={[
              { title: t('answers.missing.question'), head: true, cell: (row) => <Question call={call} row={row} /> },
              { title: t('answers.missing.times'), kind: 'number', cell: (row) => call.format.number(row.times) },
              { title: t('answers.missing.recent'), kind: 'number', cell: (row) => call.format.number(row.recent) },
              {
                title: t('answers.missing.last'),
                cell: (row) => <DateTime format={call.format} at={row.lastAskedOn} as="dayShort" />,
              },
            ]}
          />
          <Pagination t={t} previous={query['cursor'] ? at({}) : null} next={next ? at({ cursor: next }) : null} />
        </>
      ),
    }
  },
  post: {
    article: (call, fields) => settle(call, fields.get('id'), 'article'),
    not_ours: (call, fields) => settle(call, fields.get('id'), 'not_ours'),
    open: (call, fields) => settle(call, fields.get('id'), 'open'),
  },
})

async function settle(call: PageCall, id: string, how: 'article' | 'not_ours' | 'open') {
  await call.run(settleMissingQuestion, { id, how })
  return goTo(call.url('/admin/missing'), how === 'open' ? 'answers.missing.reopened' : 'answers.missing.done')
}

function Question({ call, row }: { call: PageCall; row: Missing }) {
  const { t, portal } = call
  const search = `${call.url('/search', row.lang)}?q=${encodeURIComponent(row.question)}`
  return (
    <div class="stack tight">
      <a href={search} lang={row.lang === call.lang ? undefined : row.lang}>
        {row.question}
      </a>
      <span class="tags">
        <Tag>{t(`answers.language.${row.lang}`)}</Tag>
        <Tag>{row.portalName}</Tag>
        {row.settledHow && <Tag tone="good">{t(`answers.missing.how.${row.settledHow}`)}</Tag>}
      </span>
      {row.answeredNow && (
        <span class="with-icon small">
          <Icon name="circle-check" />
          <a href={portal.base + row.answeredNow.url}>
            {t('answers.missing.answeredNow', { title: row.answeredNow.title })}
          </a>
        </span>
      )}
      <Actions call={call} row={row} />
    </div>
  )
}

function Actions({ call, row }: { call: PageCall; row: Missing }) {
  const { t } = call
  const about = encodeURIComponent(row.question)
  return (
    <form method="post" class="row">
      <input type="hidden" name="id" value={row.id} />
      {row.settledHow ? (
        <Button size="small" name="action" value="open">
          {t('answers.missing.reopen')}
        </Button>
      ) : (
        <>
          <LinkButton
            size="small"
            icon="file-plus"
            href={`${call.url('/admin/articles/new')}?title=${about}&lang=${row.lang}`}
          >
            {t('answers.missing.write')}
          </LinkButton>
          <LinkButton
            size="small"
            icon="book-marked"
            href={`${call.url('/admin/synonyms')}?words=${about}&lang=${row.lang}&missing=${row.id}`}
          >
            {t('answers.missing.synonym')}
          </LinkButton>
          <Button size="small" look="quiet" name="action" value="article">
            {t('answers.missing.markDone')}
          </Button>
          <Button size="small" look="quiet" name="action" value="not_ours">
            {t('answers.missing.notOurs')}
          </Button>
        </>
      )}
    </form>
  )
}
