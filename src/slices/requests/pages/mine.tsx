import { LinkButton } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { Tabs } from '../../../ui/components/Tabs.tsx'
import { definePage } from '../../../ui/page.ts'
import { listMine } from '../operations/list-mine.ts'
import { StateTag } from './StateTag.tsx'

const SHOWS = ['all', 'open', 'done'] as const

/** Everything that somebody has written to us. */
export const minePage = definePage({
  path: '/requests',
  requires: 'signed-in',
  async get(call) {
    const { t, format } = call
    const show = SHOWS.find((one) => one === call.query['show']) ?? 'all'
    const page = await call.run(listMine, { show, cursor: call.query['cursor'] || undefined })
    const href = (query: string) => `${call.url('/requests')}?${query}`
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
          <Tabs
            label={t('requests.mine.views')}
            tabs={SHOWS.map((one) => ({
              label: t(`requests.mine.${one}`),
              href: href(`show=${one}`),
              current: one === show,
            }))}
          />
          <div class="stack">
            <DataTable
              caption={t('requests.mine.title')}
              hideCaption
              rows={page.items}
              rowKey={(row) => row.reference}
              columns={[
                {
                  title: t('requests.mine.subject'),
                  head: true,
                  cell: (row) => (
                    <>
                      <a href={call.url(`/requests/${row.reference}`)}>{row.subject}</a>
                      <span class="hint"> {row.reference}</span>
                    </>
                  ),
                },
                {
                  title: t('requests.page.state'),
                  cell: (row) => <StateTag t={t} state={row.state} ending={row.ending} />,
                },
                { title: t('requests.mine.written'), cell: (row) => format.dayShort(row.createdAt) },
                { title: t('requests.page.changed'), cell: (row) => format.ago(row.changedAt, call.now) },
              ]}
              empty={
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
              }
            />
            <Pagination
              t={t}
              previous={call.query['cursor'] ? href(`show=${show}`) : null}
              next={page.next ? href(`show=${show}&cursor=${encodeURIComponent(page.next)}`) : null}
            />
          </div>
        </>
      ),
    }
  },
})
