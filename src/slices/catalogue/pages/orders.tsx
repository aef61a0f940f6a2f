import { LinkButton } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { Tabs } from '../../../ui/components/Tabs.tsx'
import { definePage } from '../../../ui/page.ts'
import { listOrders } from '../operations/list-orders.ts'
import { addressOf } from './addresses.ts'
import { OrderState } from './OrderState.tsx'

const SHOWS = ['all', 'open', 'done'] as const

/** Everything that I ordered, or that somebody ordered for me. */
export const ordersPage = definePage({
  path: '/orders',
  requires: 'signed-in',
  async get(call) {
    const { t, format, query } = call
    const show = SHOWS.find((one) => one === query['show']) ?? 'all'
    const page = await call.run(listOrders, { show, cursor: query['cursor'] || undefined })
    return {
      title: t('catalogue.orders.title'),
      breadcrumbs: [
        { label: t('catalogue.list.title'), href: call.url('/services') },
        { label: t('catalogue.orders.title') },
      ],
      view: (
        <>
          <PageHead title={t('catalogue.orders.title')} lead={t('catalogue.orders.lead')} />
          <Tabs
            label={t('catalogue.orders.views')}
            tabs={SHOWS.map((one) => ({
              label: t(`catalogue.orders.${one}`),
              href: addressOf(call, '/orders', { show: one }),
              current: one === show,
            }))}
          />
          <div class="stack">
            <DataTable
              caption={t('catalogue.orders.title')}
              hideCaption
              rows={page.items}
              rowKey={(row) => row.reference}
              columns={[
                {
                  title: t('catalogue.orders.what'),
                  head: true,
                  cell: (row) => (
                    <>
                      <a href={call.url(`/orders/${row.reference}`)}>{row.names.join(', ')}</a>
                      <span class="hint"> {row.reference}</span>
                    </>
                  ),
                },
                { title: t('catalogue.field.state'), cell: (row) => <OrderState t={t} state={row.state} /> },
                { title: t('catalogue.orders.ordered'), cell: (row) => format.dayShort(row.orderedAt) },
                {
                  title: t('catalogue.orders.promised'),
                  cell: (row) =>
                    row.promisedOn && ['ordered', 'approval', 'fulfilment'].includes(row.state)
                      ? format.dayShort(row.promisedOn)
                      : '–',
                },
                {
                  title: t('catalogue.cart.sum'),
                  kind: 'number',
                  cell: (row) =>
                    row.monthly.cents > 0
                      ? `${format.money(row.once)} + ${format.money(row.monthly)} ${t('catalogue.price.every.month')}`
                      : format.money(row.once),
                },
              ]}
              empty={
                <EmptyState
                  icon="package"
                  title={t('catalogue.orders.none')}
                  action={
                    <LinkButton href={call.url('/services')} look="primary">
                      {t('catalogue.cart.browse')}
                    </LinkButton>
                  }
                >
                  {t('catalogue.orders.noneText')}
                </EmptyState>
              }
            />
            <Pagination
              t={t}
              previous={query['cursor'] ? addressOf(call, '/orders', { show }) : null}
              next={page.next ? addressOf(call, '/orders', { show, cursor: page.next }) : null}
            />
          </div>
        </>
      ),
    }
  },
})
