import { LANGS } from '../../../../kernel/lang.ts'
import { LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, goTo } from '../../../../ui/page.ts'
import { createPortal } from '../../operations/create-portal.ts'
import { listPortals } from '../../operations/list-portals.ts'
import { LANGUAGE_NAMES } from '../account.tsx'
import { portalPage } from './portal.tsx'
import { typedBrand } from './portal-form.tsx'

export const portalsPage = definePage({
  path: '/admin/portals',
  layout: 'admin',
  requires: 'platform.manage',
  async get(call) {
    const { t } = call
    const { items } = await call.run(listPortals, {})
    return {
      title: t('identity.portals'),
      wide: true,
      view: (
        <div class="stack">
          <PageHead
            title={t('identity.portals')}
            lead={t('identity.portals.lead')}
            actions={
              <LinkButton look="primary" icon="plus" href={call.url('/admin/portals/new')}>
                {t('identity.portal.new')}
              </LinkButton>
            }
          />
          <DataTable
            caption={t('identity.portals')}
            hideCaption
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              {
                title: t('identity.portal'),
                head: true,
                cell: (row) => (
                  <>
                    <a href={call.url(`/admin/portals/${row.key}`)}>{row.name}</a>{' '}
                    {row.isDefault && <Tag tone="accent">{t('identity.portal.default')}</Tag>}
                  </>
                ),
              },
              {
                title: t('identity.portal.address'),
                cell: (row) => {
                  const address = `${row.isDefault ? '' : `/${row.key}`}/${row.langs[0]}`
                  return <a href={address}>{[address, ...row.hosts].join(', ')}</a>
                },
              },
              {
                title: t('identity.portal.langs'),
                cell: (row) =>
                  LANGS.filter((lang) => row.langs.includes(lang))
                    .map((lang) => LANGUAGE_NAMES[lang])
                    .join(', '),
              },
              {
                title: t('identity.portal.entry'),
                cell: (row) =>
                  row.entryAudienceId ? t('identity.portal.someEnter') : t('identity.portal.everybodyEnters'),
              },
            ]}
          />
        </div>
      ),
    }
  },
})

export const newPortalPage = definePage({
  path: '/admin/portals/new',
  layout: 'admin',
  requires: 'platform.manage',
  get: (call) => portalPage(call, null, null),
  post: {
    preview: (call, fields) => portalPage(call, null, typedBrand(fields)),
    async save(call, fields) {
      const { key } = await call.run(createPortal, { key: fields.get('key'), ...typedBrand(fields) })
      return goTo(call.url(`/admin/portals/${key}`), 'identity.saved')
    },
  },
})
