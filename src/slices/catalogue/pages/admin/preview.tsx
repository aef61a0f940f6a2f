import { Button } from '../../../../ui/components/Button.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { definePage } from '../../../../ui/page.ts'
import { listPeopleToPreview } from '../../operations/list-people-to-preview.ts'
import { previewService } from '../../operations/preview-service.ts'
import { readForEditing } from '../../operations/read-for-editing.ts'
import { ServiceSheet } from '../service.tsx'
import { EDITED, EditedHead, EditedTabs, editedPage, idOf } from './service.tsx'
import type { Edited } from './service-part.ts'

/** The newest version as any person would see it. */
export const servicePreviewPage = definePage({
  path: `${EDITED}/:id/preview`,
  layout: 'admin',
  requires: 'signed-in',
  async get(call) {
    const { t, query } = call
    const edited: Edited = await call.run(readForEditing, { id: idOf(call) })
    const as = query['as'] || undefined
    const { sees, service, name } = await call.run(previewService, {
      id: edited.id,
      as,
      portal: query['portal'] || undefined,
    })
    const people = await call.run(listPeopleToPreview, { search: query['search'] || undefined })
    return {
      ...editedPage(call, edited),
      view: (
        <>
          <EditedHead call={call} edited={edited} />
          <EditedTabs call={call} edited={edited} current="preview" />
          <form method="get" class="card row">
            <Select
              t={t}
              name="as"
              label={t('catalogue.preview.as')}
              optional
              value={as ?? ''}
              empty={t('catalogue.preview.self')}
              options={people.items.map((one) => ({ value: one.id, label: one.name }))}
            />
            <Select
              t={t}
              name="portal"
              label={t('catalogue.preview.portal')}
              value={query['portal'] ?? call.portal.key}
              options={edited.choices.portals}
            />
            <Button icon="eye">{t('catalogue.preview.show')}</Button>
          </form>
          <Notice tone={sees === 'all' ? 'good' : sees === 'refusal' ? 'info' : 'warn'}>
            {t(`catalogue.preview.sees.${sees}`, { name: name ?? '' })}
          </Notice>
          {sees !== 'nothing' && (
            <section class="preview-frame" aria-label={t('catalogue.tab.preview')} inert>
              <ServiceSheet call={call} service={service} isFavourite={null} level={2} />
            </section>
          )}
        </>
      ),
    }
  },
})
