import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { definePage, goTo, type PageCall, type PageView } from '../../../../ui/page.ts'
import { createApiKey } from '../../operations/create-api-key.ts'
import { listApiKeys } from '../../operations/list-api-keys.ts'
import { listPermissions } from '../../operations/list-permissions.ts'
import { revokeApiKey } from '../../operations/revoke-api-key.ts'
import { formOf } from '../form.tsx'

/** Keys by which programs act for people. */
export const apiKeysPage = definePage({
  path: '/admin/api-keys',
  layout: 'admin',
  requires: 'identity.manage',
  get: (call) => page(call, null),
  post: {
    async create(call, fields) {
      const days = fields.get('days')
      const { key } = await call.run(createApiKey, {
        name: fields.get('name'),
        email: fields.get('email'),
        scopes: fields.all('scopes'),
        days: days === 'never' ? null : days,
      })
      return page(call, key)
    },
    async revoke(call, fields) {
      await call.run(revokeApiKey, { id: fields.get('id') })
      return goTo(call.url('/admin/api-keys'), 'identity.apiKey.revoked')
    },
  },
})

async function page(call: PageCall, made: string | null): Promise<PageView> {
  const { t, format } = call
  const [{ items }, permissions] = await Promise.all([call.run(listApiKeys, {}), call.run(listPermissions, {})])
  const form = formOf(call, 'create')
  return {
    title: t('identity.apiKeys'),
    wide: true,
    view: (
      <div class="stack">
        <PageHead title={t('identity.apiKeys')} lead={t('identity.apiKeys.lead')} />
        {made && (
          <Notice tone="good" title={t('identity.apiKey.made')} live>
            <p>
              <code>{made}</code>
            </p>
            <p>{t('identity.apiKey.once')}</p>
          </Notice>
        )}
        <DataTable
          caption={t('identity.apiKeys')}
          hideCaption
          rows={items}
          rowKey={(row) => row.id}
          columns={[
            { title: t('identity.name'), head: true, cell: (row) => row.name },
            { title: t('identity.apiKey.hint'), cell: (row) => <code>{row.hint}…</code> },
            { title: t('identity.apiKey.person'), cell: (row) => row.person },
            { title: t('identity.permissions'), cell: (row) => row.scopes.join(', ') || '–' },
            {
              title: t('identity.apiKey.used'),
              cell: (row) => (row.usedAt ? format.ago(row.usedAt) : t('identity.never')),
            },
            {
              title: t('identity.until'),
              cell: (row) => (row.expiresAt ? format.dayShort(row.expiresAt) : t('identity.apiKey.unlimited')),
            },
            {
              title: t('identity.actions'),
              kind: 'actions',
              cell: (row) => (
                <form method="post">
                  <input type="hidden" name="id" value={row.id} />
                  <Button
                    look="quiet"
                    size="small"
                    name="action"
                    value="revoke"
                    aria-label={t('identity.apiKey.revokeOf', { name: row.name })}
                  >
                    {t('identity.apiKey.revoke')}
                  </Button>
                </form>
              ),
            },
          ]}
          empty={
            <EmptyState icon="webhook" title={t('identity.apiKeys.none')}>
              {t('identity.apiKeys.noneText')}
            </EmptyState>
          }
        />
        <Card title={t('identity.apiKey.new')}>
          {form.summary}
          <form method="post" class="form">
            <TextInput
              t={t}
              name="name"
              label={t('identity.apiKey.name')}
              hint={t('identity.apiKey.nameHint')}
              value={form.value('name')}
              error={form.error('name')}
            />
            <TextInput
              t={t}
              type="email"
              name="email"
              label={t('identity.apiKey.for')}
              hint={t('identity.apiKey.forHint')}
              optional
              value={form.value('email')}
              error={form.error('email')}
            />
            <CheckboxGroup
              t={t}
              name="scopes"
              legend={t('identity.permissions')}
              hint={t('identity.apiKey.scopesHint')}
              choices={permissions.items.map((one) => ({
                value: one.name,
                label: one.title,
                hint: <code>{one.name}</code>,
              }))}
              values={form.values('scopes')}
              error={form.error('scopes')}
              optional
            />
            <Select
              t={t}
              name="days"
              label={t('identity.until')}
              options={[
                ...[30, 90, 365].map((days) => ({ value: String(days), label: t('identity.apiKey.days', { days }) })),
                { value: 'never', label: t('identity.apiKey.unlimited') },
              ]}
              value={form.value('days', '365')}
              width="medium"
            />
            <FormActions reachable={false}>
              <Button look="primary" name="action" value="create">
                {t('identity.apiKey.new')}
              </Button>
            </FormActions>
          </form>
        </Card>
      </div>
    ),
  }
}
