import type { z } from 'zod'
import { refuse } from '../../../../kernel/refusal.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { DateTime } from '../../../../ui/components/DateTime.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { addDocument } from '../operations/add-document.ts'
import { listEditableDocuments } from '../operations/list-editable-documents.ts'
import { choicesFor, DocumentFields, inputOf } from './document-form.tsx'

type Row = z.output<typeof listEditableDocuments.output>['items'][number]

/** All documents with how far their text has been got, and the form for adding one. */
export const adminDocumentsPage = definePage({
  path: '/admin/documents',
  layout: 'admin',
  requires: 'knowledge.write',
  uploads: {},
  async get(call) {
    const { t } = call
    const { items, next } = await call.run(listEditableDocuments, {
      ...(call.query['cursor'] ? { cursor: call.query['cursor'] } : {}),
    })
    const form = shownForm(t, call.form, 'add')
    const choices = await choicesFor(call)
    return {
      title: t('knowledge.documents.all'),
      view: (
        <>
          <PageHead title={t('knowledge.documents.all')} lead={t('knowledge.documents.lead')} />
          <div class="stack">
            <Disclosure title={t('knowledge.documents.add')} open={call.form !== null || items.length === 0}>
              <form method="post" enctype="multipart/form-data" class="stack">
                <FormMessages t={t} form={form} />
                <DocumentFields t={t} form={form} choices={choices} initial={{ lang: call.lang }} isNew />
                <FormActions>
                  <Button look="primary" name="action" value="add" icon="upload">
                    {t('knowledge.documents.add')}
                  </Button>
                </FormActions>
              </form>
            </Disclosure>
            <DataTable
              caption={t('knowledge.documents.all')}
              hideCaption
              rows={items}
              rowKey={(row: Row) => row.id}
              empty={
                <EmptyState icon="book-open" title={t('knowledge.documents.none')}>
                  {t('knowledge.documents.noneText')}
                </EmptyState>
              }
              columns={[
                {
                  title: t('knowledge.documents.title'),
                  head: true,
                  cell: (row: Row) => <Title call={call} row={row} />,
                },
                { title: t('knowledge.documents.state'), cell: (row: Row) => <State call={call} row={row} /> },
                {
                  title: t('knowledge.documents.pages'),
                  kind: 'number',
                  cell: (row: Row) => call.format.number(row.pageCount),
                },
                {
                  title: t('knowledge.documents.size'),
                  kind: 'number',
                  cell: (row: Row) => call.format.bytes(row.fileSize),
                },
                {
                  title: t('knowledge.documents.changed'),
                  cell: (row: Row) => <DateTime format={call.format} at={row.changedAt} as="dayShort" />,
                },
              ]}
            />
            <Pagination
              t={t}
              previous={call.query['cursor'] ? call.url('/admin/documents') : null}
              next={next ? `${call.url('/admin/documents')}?cursor=${next}` : null}
            />
          </div>
        </>
      ),
    }
  },
  post: {
    async add(call, fields) {
      const [file] = fields.files('file')
      if (!file) throw refuse.field('file', 'refusal.required')
      await call.run(addDocument, { ...inputOf(fields), fileId: file.id })
      return goTo(call.url('/admin/documents'), 'knowledge.documents.added')
    },
  },
})

function Title({ call, row }: { call: PageCall; row: Row }) {
  return (
    <a href={call.url(`/admin/documents/${row.id}`)} lang={row.lang}>
      {row.title}
    </a>
  )
}

function State({ call: { t }, row }: { call: PageCall; row: Row }) {
  if (row.problem) return <Tag tone="bad">{t(`knowledge.documents.problem.${row.problem}`)}</Tag>
  if (row.state === 'waiting') return <Tag tone="warn">{t('knowledge.documents.state.waiting')}</Tag>
  return row.publishedAt ? (
    <Tag tone="good">{t('knowledge.documents.state.ready')}</Tag>
  ) : (
    <Tag>{t('knowledge.documents.state.hidden')}</Tag>
  )
}
