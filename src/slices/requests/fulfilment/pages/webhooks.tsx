import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type PageCall } from '../../../../ui/page.ts'
import { listWebhooks } from '../operations/list-webhooks.ts'
import { createWebhook } from '../operations/save-webhook.ts'
import { SecretShown } from './SecretShown.tsx'

/** Other systems that are told to do something. */
export const webhooksPage = definePage({
  path: '/admin/webhooks',
  layout: 'admin',
  requires: 'platform.manage',
  async get(call) {
    const { t } = call
    const { items } = await call.run(listWebhooks, {})
    return {
      title: t('requests.webhooks.title'),
      view: (
        <div class="stack">
          <PageHead title={t('requests.webhooks.title')} lead={t('requests.webhooks.lead')} />
          <DataTable
            caption={t('requests.webhooks.title')}
            hideCaption
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              {
                title: t('requests.webhooks.name'),
                head: true,
                cell: (row) => <a href={call.url(`/admin/webhooks/${row.id}`)}>{row.title}</a>,
              },
              { title: t('requests.webhooks.url'), cell: (row) => <span class="break">{row.url}</span> },
              {
                title: t('requests.webhooks.state'),
                cell: (row) => (
                  <>
                    <Tag tone={row.isOn ? 'good' : 'plain'}>
                      {t(row.isOn ? 'requests.webhooks.on' : 'requests.webhooks.off')}
                    </Tag>{' '}
                    {row.failed > 0 && (
                      <Tag tone="bad">{t('requests.webhooks.failedCount', { count: row.failed })}</Tag>
                    )}
                  </>
                ),
              },
            ]}
            empty={
              <EmptyState icon="webhook" title={t('requests.webhooks.none')}>
                {t('requests.webhooks.noneText')}
              </EmptyState>
            }
          />
          <NewWebhook call={call} />
        </div>
      ),
    }
  },
  post: {
    async create(call, fields) {
      const { id, secret } = await call.run(createWebhook, {
        key: fields.get('key'),
        title: fields.get('title'),
        url: fields.get('url'),
      })
      // Shown once, on the answer itself: in no address, no cookie, no log.
      return {
        title: call.t('requests.webhooks.title'),
        view: <SecretShown call={call} secret={secret} href={call.url(`/admin/webhooks/${id}`)} />,
      }
    },
  },
})

function NewWebhook({ call }: { call: PageCall }) {
  const { t } = call
  const form = shownForm(t, call.form, 'create')
  return (
    <Card title={t('requests.webhooks.new')}>
      <form method="post" class="form" novalidate>
        <FormMessages t={t} form={form} />
        <TextInput {...form.field('title')} label={t('requests.webhooks.name')} maxLength={120} />
        <TextInput
          {...form.field('key')}
          label={t('requests.webhooks.key')}
          hint={t('requests.webhooks.keyForm')}
          width="medium"
        />
        <TextInput
          {...form.field('url')}
          type="url"
          label={t('requests.webhooks.url')}
          hint={t('requests.webhooks.urlHint')}
        />
        <FormActions reachable={false}>
          <Button look="primary" name="action" value="create" icon="plus">
            {t('requests.webhooks.create')}
          </Button>
        </FormActions>
      </form>
    </Card>
  )
}
