import { LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, type PageCall } from '../../../../ui/page.ts'
import { listApprovals } from '../operations/list-approvals.ts'
import type { ApprovalView } from '../views.ts'

/** What waits for my approval, and what I have decided. */
export const approvalsPage = definePage({
  path: '/approvals',
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const show = call.query['show'] === 'decided' ? 'decided' : 'waiting'
    const page = await call.run(listApprovals, { show, cursor: call.query['cursor'] || undefined })
    const href = (query: string) => `${call.url('/approvals')}?${query}`
    return {
      title: t('requests.approvals.title'),
      breadcrumbs: [{ label: t('requests.approvals.title') }],
      view: (
        <>
          <PageHead
            title={t('requests.approvals.title')}
            lead={t('requests.approvals.lead')}
            actions={
              <LinkButton href={call.url('/approvals/substitutes')} icon="users">
                {t('requests.substitutes.title')}
              </LinkButton>
            }
          />
          <Tabs
            label={t('requests.approvals.views')}
            tabs={[
              {
                label: t('requests.approvals.waiting'),
                href: href('show=waiting'),
                current: show === 'waiting',
                count: page.waiting,
              },
              { label: t('requests.approvals.decided'), href: href('show=decided'), current: show === 'decided' },
            ]}
          />
          <div class="stack">
            <DataTable
              caption={t(`requests.approvals.${show}`)}
              hideCaption
              rows={page.items}
              rowKey={(row) => row.id}
              columns={columns(call, show)}
              empty={
                <EmptyState icon="circle-check" title={t(`requests.approvals.none.${show}`)}>
                  {t('requests.approvals.noneText')}
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

function columns(call: PageCall, show: 'waiting' | 'decided') {
  const { t, format } = call
  return [
    {
      title: t('requests.approvals.what'),
      head: true,
      cell: (row: ApprovalView) => (
        <>
          <a href={call.url(`/approvals/${row.id}`)}>{row.item}</a>
          <span class="hint"> {row.reference}</span>
        </>
      ),
    },
    {
      title: t('requests.approvals.whoAsks'),
      cell: (row: ApprovalView) =>
        [row.requester?.name, row.beneficiary && t('requests.approvals.forPerson', { name: row.beneficiary.name })]
          .filter(Boolean)
          .join(' '),
    },
    {
      title: t('requests.approvals.amount'),
      kind: 'number' as const,
      cell: (row: ApprovalView) => (row.amount ? format.money(row.amount) : '–'),
    },
    show === 'waiting'
      ? {
          title: t('requests.approvals.askedAt'),
          cell: (row: ApprovalView) => (
            <>
              {format.ago(row.askedAt, call.now)}{' '}
              {row.inPlaceOf && <Tag tone="accent">{t('requests.approvals.forAbsent', { name: row.inPlaceOf })}</Tag>}
            </>
          ),
        }
      : {
          title: t('requests.approvals.decision'),
          cell: (row: ApprovalView) => (
            <>
              <Tag tone={row.outcome === 'approved' ? 'good' : 'bad'}>
                {t(row.outcome === 'approved' ? 'requests.process.state.approved' : 'requests.process.state.declined')}
              </Tag>{' '}
              {row.decidedAt && format.dayShort(row.decidedAt)}
            </>
          ),
        },
  ]
}
