import { refuse } from '../../../../kernel/refusal.ts'
import { LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, goTo } from '../../../../ui/page.ts'
import { deleteSsoProvider } from '../../operations/delete-sso-provider.ts'
import { listSsoProviders } from '../../operations/list-sso-providers.ts'
import { saveSsoProvider } from '../../operations/save-sso-provider.ts'
import { contentOf, providerForm } from './single-sign-on-form.tsx'

export const ssoProvidersPage = definePage({
  path: '/admin/single-sign-on',
  layout: 'admin',
  requires: 'identity.manage',
  async get(call) {
    const { t } = call
    const { items } = await call.run(listSsoProviders, {})
    const add = (
      <LinkButton look="primary" icon="plus" href={call.url('/admin/single-sign-on/new')}>
        {t('identity.sso.new')}
      </LinkButton>
    )
    return {
      title: t('identity.sso'),
      view: (
        <div class="stack">
          <PageHead title={t('identity.sso')} lead={t('identity.sso.lead')} actions={items.length > 0 && add} />
          <DataTable
            caption={t('identity.sso')}
            hideCaption
            rows={items}
            rowKey={(row) => row.key}
            columns={[
              {
                title: t('identity.name'),
                head: true,
                cell: (row) => <a href={call.url(`/admin/single-sign-on/${row.key}`)}>{row.name}</a>,
              },
              { title: t('identity.sso.discovery'), cell: (row) => row.discoveryUrl },
              {
                title: t('identity.state'),
                cell: (row) =>
                  row.enabled ? <Tag tone="good">{t('identity.sso.on')}</Tag> : <Tag>{t('identity.sso.off')}</Tag>,
              },
            ]}
            empty={
              <EmptyState icon="log-in" title={t('identity.sso.none')} action={add}>
                {t('identity.sso.noneText')}
              </EmptyState>
            }
          />
        </div>
      ),
    }
  },
})

export const newSsoProviderPage = definePage({
  path: '/admin/single-sign-on/new',
  layout: 'admin',
  requires: 'identity.manage',
  get: (call) => providerForm(call, null),
  post: {
    async save(call, fields) {
      await call.run(saveSsoProvider, contentOf(fields, fields.get('key')))
      return goTo(call.url(`/admin/single-sign-on/${fields.get('key')}`), 'identity.saved')
    },
  },
})

export const ssoProviderPage = definePage({
  path: '/admin/single-sign-on/:key',
  layout: 'admin',
  requires: 'identity.manage',
  async get(call) {
    const { items } = await call.run(listSsoProviders, {})
    const provider = items.find((one) => one.key === call.params['key'])
    if (!provider) throw refuse.notFound()
    return providerForm(call, provider)
  },
  post: {
    async save(call, fields) {
      await call.run(saveSsoProvider, contentOf(fields, call.params['key'] ?? ''))
      return goTo(call.url('/admin/single-sign-on'), 'identity.saved')
    },
    async delete(call) {
      await call.run(deleteSsoProvider, { key: call.params['key'] ?? '' })
      return goTo(call.url('/admin/single-sign-on'), 'identity.deleted')
    },
  },
})
