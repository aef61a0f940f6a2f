import type { z } from 'zod'
import type { TextKey } from '../../../../kernel/text.ts'
import { LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { definePage, type PageCall } from '../../../../ui/page.ts'
import { readImport } from '../operations/read-import.ts'

type Import = z.output<typeof readImport.output>

/** How far an import has come, what it changed, and what was refused and why. */
export const importPage = definePage({
  path: '/admin/import/:id',
  layout: 'admin',
  requires: 'knowledge.manage',
  async get(call) {
    const { t } = call
    const found = await call.run(readImport, { id: call.params['id'] ?? '' })
    return {
      title: found.fileName,
      breadcrumbs: [{ label: t('knowledge.import.title'), href: call.url('/admin/import') }, { label: found.fileName }],
      view: (
        <>
          <PageHead title={found.fileName} lead={found.isDryRun ? t('knowledge.import.isDryRun') : undefined} />
          <State call={call} found={found} />
          <DescriptionList
            facts={(['read', 'added', 'changed', 'unchanged', 'refused'] as const).map((name) => ({
              term: t(`knowledge.import.${name}`),
              value: call.format.number(found[name]),
            }))}
          />
          {found.reasons.length > 0 && (
            <DataTable
              caption={t('knowledge.import.reasons')}
              columns={[
                { title: t('knowledge.import.where'), head: true, cell: (row: Import['reasons'][number]) => row.where },
                {
                  title: t('knowledge.import.why'),
                  cell: (row: Import['reasons'][number]) => t(row.key as TextKey, row.values),
                },
              ]}
              rows={found.reasons}
              rowKey={(row) => `${row.where} ${row.key}`}
            />
          )}
          {found.changes.length > 0 && (
            <DataTable
              caption={t('knowledge.import.changes')}
              columns={[
                { title: t('knowledge.import.article'), head: true, cell: (row: Import['changes'][number]) => row.key },
                { title: t('knowledge.import.langs'), cell: (row: Import['changes'][number]) => row.langs.join(', ') },
                {
                  title: t('knowledge.import.what'),
                  cell: (row: Import['changes'][number]) =>
                    t(row.isNew ? 'knowledge.import.isNew' : 'knowledge.import.isChanged'),
                },
              ]}
              rows={found.changes}
              rowKey={(row) => row.key}
            />
          )}
        </>
      ),
    }
  },
})

function State({ call: { t, url }, found }: { call: PageCall; found: Import }) {
  if (found.problem) return <Notice tone="bad">{t(`knowledge.import.problem.${found.problem}`)}</Notice>
  if (found.state === 'done') return <Notice tone="good">{t('knowledge.import.finished')}</Notice>
  return (
    <Notice tone="info" live>
      {t('knowledge.import.running')}{' '}
      <LinkButton size="small" href={url(`/admin/import/${found.id}`)}>
        {t('knowledge.import.lookAgain')}
      </LinkButton>
    </Notice>
  )
}
