import { Button } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { definePage, goTo } from '../../../ui/page.ts'
import { dropDraft } from '../operations/drop-draft.ts'
import { listDrafts } from '../operations/list-drafts.ts'

/** What one has begun and not sent yet. */
export const draftsPage = definePage({
  path: '/drafts',
  requires: 'signed-in',
  async get(call) {
    const { t, format } = call
    const { items } = await call.run(listDrafts, {})
    return {
      title: t('forms.drafts.title'),
      breadcrumbs: [{ label: t('forms.drafts.title') }],
      view: (
        <>
          <PageHead title={t('forms.drafts.title')} lead={t('forms.drafts.lead')} />
          <DataTable
            caption={t('forms.drafts.title')}
            hideCaption
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              {
                title: t('forms.drafts.what'),
                head: true,
                cell: (row) => <a href={call.url(`/fill/${row.id}`)}>{row.title}</a>,
              },
              { title: t('forms.drafts.changed'), cell: (row) => format.ago(row.changedAt, call.now) },
              { title: t('forms.drafts.keptUntil'), cell: (row) => format.dayShort(row.keptUntil) },
              {
                title: t('forms.drafts.drop'),
                kind: 'actions',
                cell: (row) => (
                  <form method="post">
                    <input type="hidden" name="draft" value={row.id} />
                    <Button name="action" value="drop" look="quiet" size="small" icon="trash-2">
                      {t('forms.drafts.drop')}
                      <span class="visually-hidden"> {row.title}</span>
                    </Button>
                  </form>
                ),
              },
            ]}
            empty={
              <EmptyState icon="square-pen" title={t('forms.drafts.none')}>
                {t('forms.drafts.noneText')}
              </EmptyState>
            }
          />
        </>
      ),
    }
  },
  post: {
    async drop(call, fields) {
      await call.run(dropDraft, { address: fields.get('draft') })
      return goTo(call.url('/drafts'), 'forms.fill.dropped')
    },
  },
})
