import { Button } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FileInput } from '../../../../ui/components/FileInput.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { createForm } from '../../operations/create-form.ts'
import { importForm } from '../../operations/import-form.ts'
import { listForms } from '../../operations/list-forms.ts'
import { keyOfText, textsOf } from './editor-fields.ts'
import { FormState } from './FormState.tsx'
import { TextsFields } from './TextsFields.tsx'

/** Every form, and the ways to a new one. */
export const formsPage = definePage({
  path: '/admin/forms',
  layout: 'admin',
  requires: 'forms.manage',
  uploads: { types: ['text/plain'] },
  async get(call) {
    const { t, format } = call
    const show = call.query['show'] === 'archived' ? 'archived' : 'active'
    const q = call.query['q'] ?? ''
    const page = await call.run(listForms, { q, show, cursor: call.query['cursor'] || undefined })
    const href = (query: string) => `${call.url('/admin/forms')}?${query}`
    return {
      title: t('forms.admin.title'),
      breadcrumbs: [{ label: t('forms.admin.title') }],
      wide: true,
      view: (
        <div class="stack">
          <PageHead title={t('forms.admin.title')} lead={t('forms.admin.lead')} />
          <Ways call={call} />
          <Tabs
            label={t('forms.admin.views')}
            tabs={(['active', 'archived'] as const).map((one) => ({
              label: t(`forms.admin.${one}`),
              href: href(`show=${one}`),
              current: one === show,
            }))}
          />
          <form method="get" class="form inline">
            <input type="hidden" name="show" value={show} />
            <TextInput t={t} name="q" type="search" label={t('forms.admin.search')} value={q} width="medium" optional />
            <Button icon="search">{t('ui.search.findShort')}</Button>
          </form>
          <DataTable
            caption={t('forms.admin.title')}
            hideCaption
            rows={page.items}
            rowKey={(row) => row.key}
            columns={[
              {
                title: t('forms.admin.form'),
                head: true,
                cell: (row) => (
                  <>
                    <a href={call.url(`/admin/forms/${row.key}`)}>{row.title}</a> <span class="hint">{row.key}</span>
                  </>
                ),
              },
              {
                title: t('forms.admin.state'),
                cell: (row) => <FormState call={call} form={{ ...row, isArchived: show === 'archived' }} />,
              },
              { title: t('forms.admin.fields'), kind: 'number', cell: (row) => format.number(row.fields) },
              { title: t('forms.drafts.changed'), cell: (row) => format.ago(row.changedAt, call.now) },
            ]}
            empty={
              <EmptyState icon="list-checks" title={t('forms.admin.none')}>
                {t('forms.admin.noneText')}
              </EmptyState>
            }
          />
          <Pagination
            t={t}
            previous={call.query['cursor'] ? href(`show=${show}&q=${encodeURIComponent(q)}`) : null}
            next={
              page.next ? href(`show=${show}&q=${encodeURIComponent(q)}&cursor=${encodeURIComponent(page.next)}`) : null
            }
          />
        </div>
      ),
    }
  },
  post: {
    async create(call, fields) {
      const title = textsOf(fields, 'title') ?? {}
      const { key } = await call.run(createForm, { key: fields.get('key').trim() || keyOfText(title) || 'form', title })
      return goTo(`${call.url(`/admin/forms/${key}`)}?page=page-1`)
    },
    async import(call, fields) {
      const { key, isNew } = await call.run(importForm, { upload: fields.files('upload')[0]?.id })
      return goTo(call.url(`/admin/forms/${key}`), isNew ? 'forms.file.imported' : 'forms.file.importedVersion')
    },
  },
})

/** A new form by its name, or out of a file. */
function Ways({ call }: { call: PageCall }) {
  const { t } = call
  const create = shownForm(t, call.form, 'create')
  const taken = shownForm(t, call.form, 'import')
  return (
    <div class="stack tight">
      <Disclosure title={t('forms.admin.new')} open={call.form?.action === 'create'}>
        <form method="post" class="form" novalidate>
          <FormMessages t={t} form={create} />
          <TextsFields call={call} form={create} name="title" legend={t('forms.form.title')} texts={undefined} />
          <TextInput
            {...create.field('key')}
            label={t('forms.part.key')}
            hint={t('forms.key.hint')}
            optional
            width="medium"
            maxLength={60}
          />
          <div class="row">
            <Button look="primary" icon="plus" name="action" value="create">
              {t('forms.admin.create')}
            </Button>
          </div>
        </form>
      </Disclosure>
      <Disclosure title={t('forms.file.import')} open={call.form?.action === 'import'}>
        <form method="post" enctype="multipart/form-data" class="form" novalidate>
          <FormMessages t={t} form={taken} />
          <FileInput
            t={t}
            name="upload"
            label={t('forms.file.content')}
            error={taken.error('upload')}
            accept=".json,application/json"
            hint={
              <>
                {t('forms.file.hint')} <a href="/schemas/form.json">{t('forms.file.schema')}</a>
              </>
            }
          />
          <div class="row">
            <Button icon="file-input" name="action" value="import">
              {t('forms.file.importDo')}
            </Button>
          </div>
        </form>
      </Disclosure>
    </div>
  )
}
