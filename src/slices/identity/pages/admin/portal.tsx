import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, goTo, type PageCall, type PageView } from '../../../../ui/page.ts'
import { changePortal } from '../../operations/change-portal.ts'
import { deletePortal } from '../../operations/delete-portal.ts'
import { listAudienceChoices } from '../../operations/list-audience-choices.ts'
import { makePortalDefault } from '../../operations/make-portal-default.ts'
import { readPortal } from '../../operations/read-portal.ts'
import { restorePortal } from '../../operations/restore-portal.ts'
import { formOf } from '../form.tsx'
import { type Brand, PortalForm, typedBrand } from './portal-form.tsx'
import { Versions } from './versions.tsx'

const PICTURES = ['image/png', 'image/jpeg', 'image/webp', 'image/avif']

export const editPortalPage = definePage({
  path: '/admin/portals/:key',
  layout: 'admin',
  requires: 'platform.manage',
  uploads: { types: PICTURES },
  get: (call) => portalPage(call, call.params['key'] ?? '', null),
  post: {
    preview: (call, fields) => portalPage(call, call.params['key'] ?? '', typedBrand(fields)),
    async save(call, fields) {
      const [logo] = fields.files('logo')
      await call.run(changePortal, {
        key: call.params['key'] ?? '',
        version: fields.get('version'),
        ...typedBrand(fields),
        ...(fields.has('noLogo') ? { logoFileId: null } : logo ? { logoFileId: logo.id } : {}),
      })
      return goTo(call.url(call.path), 'identity.saved')
    },
    async restore(call, fields) {
      await call.run(restorePortal, { key: call.params['key'] ?? '', version: fields.get('version') })
      return goTo(call.url(call.path), 'identity.version.restored')
    },
    async default(call) {
      await call.run(makePortalDefault, { key: call.params['key'] ?? '' })
      return goTo('/', 'identity.saved')
    },
    async delete(call) {
      await call.run(deletePortal, { key: call.params['key'] ?? '' })
      return goTo(call.url('/admin/portals'), 'identity.deleted')
    },
  },
})

const NEW: Brand = {
  names: {},
  langs: ['de', 'en', 'el'],
  hosts: [],
  accent: { l: 0.44, c: 0.085, h: 205 },
  signUp: false,
  entryAudienceId: null,
}

/** The editor of a portal; `typed` is what was typed in and not saved. */
export async function portalPage(call: PageCall, key: string | null, typed: Brand | null): Promise<PageView> {
  const { t } = call
  const [portal, audiences] = await Promise.all([
    key === null ? null : call.run(readPortal, { key }),
    call.run(listAudienceChoices, {}),
  ])
  const title = portal?.name ?? t('identity.portal.new')
  return {
    title,
    breadcrumbs: [{ label: t('identity.portals'), href: call.url('/admin/portals') }, { label: title }],
    view: (
      <div class="stack">
        <PageHead
          title={title}
          above={portal?.isDefault && <Tag tone="accent">{t('identity.portal.default')}</Tag>}
          actions={
            portal && (
              <>
                <LinkButton href={call.url(`/admin/portals/${portal.key}/home`)} icon="house">
                  {t('identity.home.edit')}
                </LinkButton>
                <LinkButton
                  href={`${portal.isDefault ? '' : `/${portal.key}`}/${portal.langs[0]}`}
                  icon="external-link"
                >
                  {t('identity.portal.open')}
                </LinkButton>
              </>
            )
          }
        />
        {formOf(call, 'restore', 'default', 'delete').summary}
        <div class="columns">
          <PortalForm
            call={call}
            brand={typed ?? portal ?? NEW}
            isNew={portal === null}
            version={portal?.version ?? 1}
            logoFileId={portal?.logoFileId ?? null}
            audiences={audiences.items}
          />
          {portal && (
            <div class="stack">
              <Versions call={call} versions={portal.versions} />
              {!portal.isDefault && (
                <Card title={t('identity.portal.more')}>
                  <form method="post" class="stack">
                    <Button name="action" value="default">
                      {t('identity.portal.makeDefault')}
                    </Button>
                    <Button look="danger" name="action" value="delete" icon="trash-2">
                      {t('identity.portal.delete')}
                    </Button>
                  </form>
                </Card>
              )}
            </div>
          )}
        </div>
      </div>
    ),
  }
}
