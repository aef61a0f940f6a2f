import { may } from '../../../../kernel/actor.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { SearchField } from '../../../../ui/components/SearchField.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { createService } from '../../operations/create-service.ts'
import { listForEditing } from '../../operations/list-for-editing.ts'
import { addressOf } from '../addresses.ts'
import { StatusTag } from '../StatusTag.tsx'

const LIST = '/admin/services'

/** All services that one may edit. */
export const editedServicesPage = definePage({
  path: LIST,
  layout: 'admin',
  requires: 'signed-in',
  async get(call) {
    const { t, format, query } = call
    const page = await call.run(listForEditing, {
      search: query['q'] || undefined,
      cursor: query['cursor'] || undefined,
      limit: 50,
    })
    const manages = may(call.actor, 'catalogue.manage')
    return {
      title: t('catalogue.nav.services'),
      noIndex: true,
      view: (
        <>
          <PageHead
            title={t('catalogue.nav.services')}
            actions={
              manages && (
                <LinkButton icon="upload" href={call.url('/admin/services/import')}>
                  {t('catalogue.transfer.import')}
                </LinkButton>
              )
            }
          />
          {manages && <NewService call={call} />}
          <SearchField
            t={t}
            action={call.url(LIST)}
            id="service-search"
            label={t('catalogue.list.search')}
            placeholder={t('catalogue.admin.searchFor')}
            value={query['q']}
          />
          <DataTable
            caption={t('catalogue.nav.services')}
            hideCaption
            rows={page.items}
            rowKey={(row) => row.id}
            empty={
              <EmptyState icon="package" title={t('catalogue.admin.none')}>
                {t('catalogue.admin.noneText')}
              </EmptyState>
            }
            columns={[
              {
                title: t('catalogue.field.name'),
                head: true,
                cell: (row) => <a href={call.url(`${LIST}/${row.id}`)}>{row.name}</a>,
              },
              {
                title: t('catalogue.field.state'),
                cell: (row) => (
                  <span class="tags">
                    <Tag tone={row.state === 'published' ? 'good' : 'plain'}>{t(`catalogue.state.${row.state}`)}</Tag>
                    {row.state === 'published' && row.hasUnpublished && (
                      <Tag tone="warn">{t('catalogue.state.unpublished')}</Tag>
                    )}
                  </span>
                ),
              },
              { title: t('catalogue.filter.status'), cell: (row) => <StatusTag t={t} status={row.status} /> },
              {
                title: t('catalogue.field.languages'),
                cell: (row) =>
                  Object.keys(row.names)
                    .map((lang) => lang.toUpperCase())
                    .join(', '),
              },
              { title: t('catalogue.service.owner'), cell: (row) => row.owner ?? '–' },
              { title: t('catalogue.field.changed'), cell: (row) => format.ago(row.changedAt, call.now) },
            ]}
          />
          <Pagination
            t={t}
            previous={query['cursor'] ? addressOf(call, LIST, { q: query['q'] }) : null}
            next={page.next ? addressOf(call, LIST, { q: query['q'], cursor: page.next }) : null}
          />
        </>
      ),
    }
  },
  post: {
    async create(call, fields) {
      const { id } = await call.run(createService, { name: fields.get('name') })
      return goTo(call.url(`${LIST}/${id}`), 'catalogue.flash.created')
    },
  },
})

function NewService({ call }: { call: PageCall }) {
  const { t } = call
  const form = shownForm(t, call.form, 'create')
  return (
    <form method="post" class="card with-action">
      <FormMessages t={t} form={form} />
      <TextInput
        {...form.field('name')}
        label={t('catalogue.admin.new')}
        hint={t('catalogue.admin.newHint')}
        maxLength={120}
      />
      <Button look="primary" icon="plus" name="action" value="create">
        {t('catalogue.admin.create')}
      </Button>
    </form>
  )
}
