import { LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { definePage } from '../../../../ui/page.ts'
import { listAudiences } from '../../operations/list-audiences.ts'
import { RuleLines } from './rule-lines.tsx'

export const audiencesPage = definePage({
  path: '/admin/audiences',
  layout: 'admin',
  requires: 'identity.manage',
  async get(call) {
    const { t } = call
    const { items } = await call.run(listAudiences, {})
    const add = (
      <LinkButton look="primary" icon="plus" href={call.url('/admin/audiences/new')}>
        {t('identity.audience.new')}
      </LinkButton>
    )
    return {
      title: t('identity.audiences'),
      wide: true,
      view: (
        <div class="stack">
          <PageHead title={t('identity.audiences')} lead={t('identity.audiences.lead')} actions={add} />
          <DataTable
            caption={t('identity.audiences')}
            hideCaption
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              {
                title: t('identity.name'),
                head: true,
                cell: (row) => <a href={call.url(`/admin/audiences/${row.id}`)}>{row.name}</a>,
              },
              { title: t('identity.words'), cell: (row) => row.words },
              { title: t('identity.rule'), cell: (row) => <RuleLines lines={row.rule} /> },
            ]}
            empty={
              <EmptyState icon="eye" title={t('identity.audiences.none')} action={add}>
                {t('identity.audiences.lead')}
              </EmptyState>
            }
          />
        </div>
      ),
    }
  },
})
