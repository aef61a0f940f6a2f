import type { z } from 'zod'
import { Button } from '../../../../ui/components/Button.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { handleFeedback } from '../../operations/handle-feedback.ts'
import { listFeedback } from '../../operations/list-feedback.ts'
import { addressOf } from './addresses.ts'

type Row = z.output<typeof listFeedback.output>['items'][number]
const PATH = '/admin/feedback'
const VIEWS = ['open', 'mine', 'all'] as const

/** What readers said of articles: what did not help first. */
export const feedbackPage = definePage({
  path: PATH,
  layout: 'admin',
  requires: 'knowledge.write',
  async get(call) {
    const { t, query } = call
    const article = query['article'] || undefined
    const view = VIEWS.find((one) => one === query['view']) ?? (article ? 'all' : 'open')
    const { items, next } = await call.run(listFeedback, {
      article,
      isOpen: view !== 'all',
      mine: view === 'mine',
      cursor: query['cursor'] || undefined,
    })
    return {
      title: t('knowledge.nav.feedback'),
      noIndex: true,
      ...(article && items[0]
        ? {
            breadcrumbs: [
              { label: t('knowledge.nav.articles'), href: call.url('/admin/articles') },
              { label: items[0].title, href: call.url(`/admin/articles/${article}`) },
              { label: t('knowledge.nav.feedback') },
            ],
          }
        : {}),
      view: (
        <>
          <PageHead title={t('knowledge.nav.feedback')} lead={t('knowledge.feedback.lead')} />
          <Tabs
            label={t('knowledge.admin.view.label')}
            tabs={VIEWS.map((one) => ({
              label: t(`knowledge.feedback.view.${one}`),
              href: addressOf(call, PATH, { view: one, article }),
              current: one === view,
            }))}
          />
          {items.length === 0 ? (
            <EmptyState icon="thumbs-up" title={t('knowledge.feedback.none')}>
              {t('knowledge.feedback.noneText')}
            </EmptyState>
          ) : (
            <ul class="stack feedback">
              {items.map((row) => (
                <Entry key={row.id} call={call} row={row} />
              ))}
            </ul>
          )}
          <Pagination t={t} next={next ? addressOf(call, PATH, { view, article, cursor: next }) : null} />
        </>
      ),
    }
  },
  post: {
    async handle(call, fields) {
      await call.run(handleFeedback, { id: fields.get('id'), isHandled: fields.get('isHandled') !== 'false' })
      return goTo(
        addressOf(call, PATH, { view: call.query['view'], article: call.query['article'] }),
        'knowledge.flash.handled',
      )
    },
  },
})

function Entry({ call, row }: { call: PageCall; row: Row }) {
  const { t, format } = call
  return (
    <li class="card">
      <p class="tags">
        <Tag tone={row.isHelpful ? 'good' : 'warn'} icon={row.isHelpful ? 'thumbs-up' : 'thumbs-down'}>
          {row.isHelpful ? t('knowledge.feedback.helped') : t(`knowledge.reason.${row.reason ?? 'none'}`)}
        </Tag>
        {row.handledAt && <Tag>{t('knowledge.feedback.handled', { name: row.handledBy ?? '–' })}</Tag>}
      </p>
      {row.comment && <blockquote>{row.comment}</blockquote>}
      <p class="muted small">
        <a href={addressOf(call, `/admin/articles/${row.articleId}`, { lang: row.lang })} lang={row.lang}>
          {row.title}
        </a>{' '}
        · {t('knowledge.admin.versionNumber', { number: row.version })} · {format.moment(row.at as string)}
      </p>
      {!row.isHelpful && (
        <form method="post">
          <input type="hidden" name="id" value={row.id} />
          <input type="hidden" name="isHandled" value={row.handledAt ? 'false' : 'true'} />
          <Button size="small" name="action" value="handle" icon={row.handledAt ? 'undo-2' : 'check'}>
            {row.handledAt ? t('knowledge.feedback.reopen') : t('knowledge.feedback.done')}
          </Button>
        </form>
      )}
    </li>
  )
}
