import { may } from '../../../../kernel/actor.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { textsIn } from '../../content.ts'
import { publishService } from '../../operations/publish-service.ts'
import { readForEditing } from '../../operations/read-for-editing.ts'
import { retireService } from '../../operations/retire-service.ts'
import { saveVersion } from '../../operations/save-version.ts'
import { definitionOf } from './editor-fields.ts'
import { ServiceForm } from './ServiceForm.tsx'
import type { Edited } from './service-part.ts'

export const EDITED = '/admin/services'

/** The editor of a service. */
export const editServicePage = definePage({
  path: `${EDITED}/:id`,
  layout: 'admin',
  requires: 'signed-in',
  uploads: { types: ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif'] },
  async get(call) {
    const edited: Edited = await call.run(readForEditing, { id: idOf(call) })
    return {
      ...editedPage(call, edited),
      view: (
        <>
          <EditedHead call={call} edited={edited} />
          <EditedTabs call={call} edited={edited} current="edit" />
          <div class="columns">
            <ServiceForm call={call} edited={edited} />
            <aside class="side">
              <Publication call={call} edited={edited} />
            </aside>
          </div>
        </>
      ),
    }
  },
  post: {
    async save(call, fields) {
      await save(call, fields)
      return goTo(call.url(call.path), 'catalogue.flash.saved')
    },
    async publish(call) {
      await call.run(publishService, { id: idOf(call) })
      return goTo(call.url(call.path), 'catalogue.flash.published')
    },
    async retire(call) {
      await call.run(retireService, { id: idOf(call) })
      return goTo(call.url(call.path), 'catalogue.flash.retired')
    },
  },
})

export const idOf = (call: PageCall) => call.params['id'] ?? ''

async function save(call: PageCall, fields: Fields) {
  const edited: Edited = await call.run(readForEditing, { id: idOf(call) })
  await call.run(saveVersion, {
    id: idOf(call),
    known: fields.get('known'),
    definition: definitionOf(fields, edited.definition),
    position: fields.optional('position'),
    note: fields.optional('note'),
  })
}

/** Title and way back that all pages of one service have. */
export function editedPage(call: PageCall, edited: Edited): Omit<Extract<PageAnswer, { view: unknown }>, 'view'> {
  const name = textsIn(edited.definition, call.lang).name || edited.key
  return {
    title: name,
    noIndex: true,
    breadcrumbs: [{ label: call.t('catalogue.nav.services'), href: call.url(EDITED) }, { label: name }],
  }
}

export function EditedHead({ call, edited }: { call: PageCall; edited: Edited }) {
  const { t } = call
  const { state, newestVersion, publishedVersion } = edited
  return (
    <PageHead
      title={textsIn(edited.definition, call.lang).name || edited.key}
      above={
        <>
          <Tag tone={state === 'published' ? 'good' : 'plain'}>{t(`catalogue.state.${state}`)}</Tag>
          {newestVersion !== publishedVersion && publishedVersion !== null && (
            <Tag tone="warn">{t('catalogue.state.unpublished')}</Tag>
          )}
        </>
      }
      actions={
        state === 'published' && (
          <LinkButton icon="external-link" href={call.url(`/services/${edited.key}`)}>
            {t('catalogue.admin.see')}
          </LinkButton>
        )
      }
    />
  )
}

export function EditedTabs({
  call,
  edited,
  current,
}: {
  call: PageCall
  edited: Edited
  current: 'edit' | 'approval' | 'fulfilment' | 'preview' | 'versions' | 'articles'
}) {
  const { t } = call
  const base = `${EDITED}/${edited.id}`
  const tabs = [
    ['edit', base],
    ...(may(call.actor, 'catalogue.manage')
      ? ([
          ['approval', `${base}/approval`],
          ['fulfilment', `${base}/fulfilment`],
        ] as const)
      : []),
    ['preview', `${base}/preview`],
    ['articles', `${base}/articles`],
    ['versions', `${base}/versions`],
  ] as const
  return (
    <Tabs
      label={t('catalogue.admin.tabs')}
      tabs={tabs.map(([name, path]) => ({
        label: t(`catalogue.tab.${name}`),
        href: call.url(path),
        current: name === current,
      }))}
    />
  )
}

function Publication({ call, edited }: { call: PageCall; edited: Edited }) {
  const { t } = call
  const { state, newestVersion, publishedVersion } = edited
  const isCurrent = state === 'published' && newestVersion === publishedVersion
  return (
    <section class="card">
      <h2>{t('catalogue.admin.publication')}</h2>
      <FormMessages t={t} form={shownForm(t, call.form, 'publish')} />
      <p>
        {isCurrent
          ? t('catalogue.admin.isCurrent', { version: newestVersion })
          : t('catalogue.admin.isNotCurrent', { version: newestVersion, published: publishedVersion ?? 0 })}
      </p>
      {!isCurrent && (
        <form method="post">
          <Button name="action" value="publish" wide icon="check">
            {t('catalogue.admin.publish')}
          </Button>
        </form>
      )}
      {state === 'published' && (
        <Disclosure title={t('catalogue.admin.retire')}>
          <form method="post" class="stack">
            <p>{t('catalogue.admin.retireText')}</p>
            <Button look="danger" name="action" value="retire" icon="archive">
              {t('catalogue.admin.retire')}
            </Button>
          </form>
        </Disclosure>
      )}
      <LinkButton icon="download" look="quiet" href={call.url(`${EDITED}/${edited.id}/file.json`)}>
        {t('catalogue.transfer.export')}
      </LinkButton>
    </section>
  )
}
