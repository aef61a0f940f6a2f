import { LinkButton } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { Tabs } from '../../../ui/components/Tabs.tsx'
import { definePage } from '../../../ui/page.ts'
import { listMails } from '../operations/list-mails.ts'
import { MAIL_STATES } from '../store/mails.ts'
import { MailStateTag } from './MailStateTag.tsx'

/** Mails that were written: sent, waiting, given up, or only kept here. */
export const mailsPage = definePage({
  path: '/admin/mails',
  layout: 'admin',
  requires: 'platform.manage',
  async get(call) {
    const { t, format } = call
    const state = MAIL_STATES.find((one) => one === call.query['state'])
    const page = await call.run(listMails, { state, limit: 50, cursor: call.query['cursor'] || undefined })
    const href = (query: string) => `${call.url('/admin/mails')}?${query}`
    const all = Object.values(page.counts).reduce((sum, count) => sum + count, 0)
    return {
      title: t('administration.mails.title'),
      view: (
        <>
          <PageHead title={t('administration.mails.title')} lead={t('administration.mails.lead')} />
          <div class="stack">
            {!page.sends && <Notice tone="warn">{t('administration.mails.noSmtp')}</Notice>}
            <Tabs
              label={t('administration.mails.views')}
              tabs={[
                { label: t('administration.mails.all'), href: href(''), current: !state, count: all },
                ...MAIL_STATES.map((one) => ({
                  label: t(`administration.mails.state.${one}`),
                  href: href(`state=${one}`),
                  current: one === state,
                  count: page.counts[one],
                })),
              ]}
            />
            <DataTable
              caption={t('administration.mails.title')}
              hideCaption
              rows={page.items}
              rowKey={(row) => row.id}
              columns={[
                {
                  title: t('administration.mails.subject'),
                  head: true,
                  cell: (row) => <a href={call.url(`/admin/mails/${row.id}`)}>{row.subject}</a>,
                },
                { title: t('administration.mails.to'), cell: (row) => row.to },
                {
                  title: t('administration.mails.stateTitle'),
                  cell: (row) => <MailStateTag t={t} state={row.state} />,
                },
                { title: t('administration.mails.written'), cell: (row) => format.ago(row.createdAt, call.now) },
              ]}
              empty={
                <EmptyState icon="mail" title={t('administration.mails.none')}>
                  {t('administration.mails.noneText')}
                </EmptyState>
              }
            />
            <Pagination
              t={t}
              previous={call.query['cursor'] ? href(state ? `state=${state}` : '') : null}
              next={page.next ? href(`${state ? `state=${state}&` : ''}cursor=${encodeURIComponent(page.next)}`) : null}
            />
            {!page.sends && (
              <p>
                <LinkButton href={call.url('/admin/going-live')} icon="list-checks">
                  {t('administration.ready.title')}
                </LinkButton>
              </p>
            )}
          </div>
        </>
      ),
    }
  },
})
