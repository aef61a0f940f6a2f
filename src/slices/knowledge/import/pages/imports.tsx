import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { DateTime } from '../../../../ui/components/DateTime.tsx'
import { FileInput } from '../../../../ui/components/FileInput.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { KINDS } from '../../views.ts'
import { FORMATS } from '../entry.ts'
import { beginImport } from '../operations/begin-import.ts'
import { listImports } from '../operations/list-imports.ts'

type Row = z.output<typeof listImports.output>['items'][number]

/** Bringing articles in from elsewhere, and giving them out. */
export const importsPage = definePage({
  path: '/admin/import',
  layout: 'admin',
  requires: 'knowledge.manage',
  uploads: { types: ['text/plain', 'text/html', 'application/zip'] },
  async get(call) {
    const { t } = call
    const cursor = call.query['cursor']
    const { items, next } = await call.run(listImports, cursor ? { cursor } : {})
    return {
      title: t('knowledge.import.title'),
      view: (
        <>
          <PageHead title={t('knowledge.import.title')} lead={t('knowledge.import.lead')} />
          <ImportForm call={call} />
          {items.length > 0 && (
            <section class="section">
              <h2>{t('knowledge.import.earlier')}</h2>
              <Earlier call={call} items={items} />
            </section>
          )}
          <Pagination
            t={t}
            previous={cursor ? call.url('/admin/import') : null}
            next={next ? `${call.url('/admin/import')}?cursor=${next}` : null}
          />
          <section class="section">
            <h2>{t('knowledge.export.title')}</h2>
            <div class="stack">
              <p>{t('knowledge.export.lead')}</p>
              <div class="row">
                {FORMATS.map((format) => (
                  <LinkButton key={format} icon="download" href={call.url(`/admin/export/${format}`)}>
                    {t(`knowledge.export.${format}`)}
                  </LinkButton>
                ))}
              </div>
            </div>
          </section>
        </>
      ),
    }
  },
  post: {
    async begin(call, fields) {
      const [file] = fields.files('file')
      if (!file) throw refuse.field('file', 'refusal.required')
      const { id } = await call.run(beginImport, {
        fileId: file.id,
        lang: (fields.optional('lang') as 'de' | undefined) ?? null,
        kind: (fields.optional('kind') as 'faq' | undefined) ?? 'how-to',
        prefix: fields.get('prefix'),
        isDryRun: fields.has('isDryRun'),
      })
      return goTo(call.url(`/admin/import/${id}`))
    },
  },
})

function ImportForm({ call }: { call: PageCall }) {
  const { t } = call
  const form = shownForm(t, call.form, 'begin')
  return (
    <form method="post" enctype="multipart/form-data" class="stack">
      <FormMessages t={t} form={form} />
      <FileInput
        {...form.field('file')}
        error={form.error('file') ?? form.error('fileId')}
        label={t('knowledge.import.file')}
        hint={t('knowledge.import.fileHint')}
        accept=".md,.markdown,.html,.htm,.csv,.jsonl,.ndjson,.zip"
      />
      <Select
        {...form.field('lang')}
        label={t('knowledge.import.lang')}
        hint={t('knowledge.import.langHint')}
        options={LANGS.map((lang) => ({ value: lang, label: t(`knowledge.documents.lang.${lang}`) }))}
        empty={t('knowledge.import.langSaid')}
        optional
      />
      <Select
        {...form.field('kind', 'how-to')}
        label={t('knowledge.import.kind')}
        options={KINDS.map((kind) => ({ value: kind, label: t(`knowledge.kind.${kind}`) }))}
      />
      <TextInput
        {...form.field('prefix')}
        label={t('knowledge.import.prefix')}
        hint={t('knowledge.import.prefixHint')}
        maxLength={50}
        width="medium"
        optional
      />
      <Checkbox
        name="isDryRun"
        label={t('knowledge.import.dryRun')}
        hint={t('knowledge.import.dryRunHint')}
        checked={form.checked('isDryRun', true)}
      />
      <FormActions>
        <Button look="primary" name="action" value="begin" icon="upload">
          {t('knowledge.import.begin')}
        </Button>
      </FormActions>
    </form>
  )
}

function Earlier({ call, items }: { call: PageCall; items: Row[] }) {
  const { t, format } = call
  return (
    <DataTable
      caption={t('knowledge.import.earlier')}
      hideCaption
      rows={items}
      rowKey={(row: Row) => row.id}
      columns={[
        {
          title: t('knowledge.import.file'),
          head: true,
          cell: (row: Row) => <a href={call.url(`/admin/import/${row.id}`)}>{row.fileName}</a>,
        },
        {
          title: t('knowledge.documents.state'),
          cell: (row: Row) => (
            <span class="tags">
              <Tag tone={row.state === 'failed' ? 'bad' : row.state === 'done' ? 'good' : 'warn'}>
                {t(`knowledge.import.state.${row.state}`)}
              </Tag>
              {row.isDryRun && <Tag>{t('knowledge.import.dryRunTag')}</Tag>}
            </span>
          ),
        },
        { title: t('knowledge.import.added'), kind: 'number', cell: (row: Row) => format.number(row.added) },
        { title: t('knowledge.import.changed'), kind: 'number', cell: (row: Row) => format.number(row.changed) },
        { title: t('knowledge.import.refused'), kind: 'number', cell: (row: Row) => format.number(row.refused) },
        {
          title: t('knowledge.import.when'),
          cell: (row: Row) => <DateTime format={format} at={row.createdAt} as="dayShort" />,
        },
      ]}
    />
  )
}
