import type { z } from 'zod'
import { refuse } from '../../../../kernel/refusal.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { DateTime } from '../../../../ui/components/DateTime.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FileInput } from '../../../../ui/components/FileInput.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { create } from '../../operations/create.ts'
import { importFlow } from '../../operations/import-flow.ts'
import { listForKeeping } from '../../operations/list-for-keeping.ts'
import { flowUrl, LIST } from './addresses.ts'

type Row = z.output<typeof listForKeeping.output>['items'][number]

/** All flows, with how they do; the way to a new one, and in from elsewhere. */
export const flowsPage = definePage({
  path: LIST,
  layout: 'admin',
  requires: 'flows.write',
  uploads: { types: ['text/plain', 'application/json'] },
  async get(call) {
    const { t } = call
    const cursor = call.query['cursor']
    const { items, next } = await call.run(listForKeeping, { limit: 50, ...(cursor ? { cursor } : {}) })
    return {
      title: t('flows.nav.admin'),
      view: (
        <>
          <PageHead title={t('flows.nav.admin')} lead={t('flows.admin.lead')} />
          <Flows call={call} items={items} />
          <Pagination
            t={t}
            previous={cursor ? call.url(LIST) : null}
            next={next ? `${call.url(LIST)}?cursor=${next}` : null}
          />
          <div class="columns even section">
            <NewFlow call={call} />
            <Import call={call} />
          </div>
        </>
      ),
    }
  },
  post: {
    async create(call, fields) {
      const { key } = await call.run(create, {
        title: fields.get('title'),
        lang: call.lang,
        key: fields.optional('key'),
      })
      return goTo(flowUrl(call, key))
    },
    async import(call, fields) {
      const [file] = fields.files('file')
      if (!file) throw refuse.field('file', 'refusal.required')
      const { key, isNew } = await call.run(importFlow, { fileId: file.id })
      return goTo(flowUrl(call, key), isNew ? 'flows.import.isNew' : 'flows.import.isNext')
    },
  },
})

function Flows({ call, items }: { call: PageCall; items: Row[] }) {
  const { t, format } = call
  return (
    <DataTable
      caption={t('flows.admin.all')}
      hideCaption
      rows={items}
      rowKey={(row) => row.key}
      empty={
        <EmptyState icon="git-branch" title={t('flows.admin.none')}>
          {t('flows.admin.noneText')}
        </EmptyState>
      }
      columns={[
        {
          title: t('flows.field.title'),
          head: true,
          cell: (row) => <a href={flowUrl(call, row.key)}>{row.title}</a>,
        },
        { title: t('flows.field.topic'), cell: (row) => row.topic || '–' },
        {
          title: t('flows.admin.state'),
          cell: (row) => (
            <span class="tags">
              <Tag tone={row.version === null ? 'plain' : 'good'}>
                {row.version === null ? t('flows.state.draft') : t('flows.state.published', { version: row.version })}
              </Tag>
              {row.isAhead && <Tag tone="warn">{t('flows.state.ahead')}</Tag>}
            </span>
          ),
        },
        { title: t('flows.figures.begun'), kind: 'number', cell: (row) => format.number(row.begun) },
        {
          title: t('flows.figures.helped'),
          kind: 'number',
          cell: ({ helped, notHelped }) =>
            helped + notHelped > 0 ? format.percent(helped / (helped + notHelped)) : '–',
        },
        { title: t('flows.admin.changed'), cell: (row) => <DateTime format={format} at={row.changedAt} /> },
      ]}
    />
  )
}

function NewFlow({ call }: { call: PageCall }) {
  const { t } = call
  const form = shownForm(t, call.form, 'create')
  return (
    <Card title={t('flows.admin.new')}>
      <form method="post" class="stack">
        <FormMessages t={t} form={form} />
        <TextInput {...form.field('title')} label={t('flows.field.title')} width="full" maxLength={120} />
        <TextInput
          {...form.field('key')}
          label={t('flows.field.key')}
          hint={t('flows.field.keyHint')}
          optional
          maxLength={60}
        />
        <div>
          <Button look="primary" icon="plus" name="action" value="create">
            {t('flows.admin.create')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function Import({ call }: { call: PageCall }) {
  const { t } = call
  const form = shownForm(t, call.form, 'import')
  return (
    <Card title={t('flows.import.title')}>
      <form method="post" enctype="multipart/form-data" class="stack">
        <FormMessages t={t} form={form} />
        <p>
          {t('flows.import.lead')} <a href="/schemas/flow-1.json">{t('flows.import.schema')}</a>
        </p>
        <FileInput {...form.field('file')} label={t('flows.import.file')} accept=".json,application/json" />
        <div>
          <Button icon="upload" name="action" value="import">
            {t('flows.import.begin')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
