import { refuse } from '../../../../kernel/refusal.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo } from '../../../../ui/page.ts'
import { exportService } from '../../operations/export-service.ts'
import { importService } from '../../operations/import-service.ts'
import { EDITED, idOf } from './service.tsx'

/** A service as a file. */
export const serviceFilePage = definePage({
  path: `${EDITED}/:id/file.json`,
  requires: 'signed-in',
  async get(call) {
    const file = await call.run(exportService, { id: idOf(call) })
    return {
      raw: JSON.stringify(file, null, 2),
      type: 'application/json; charset=utf-8',
      headers: { 'content-disposition': `attachment; filename="service-${file.key}.json"` },
    }
  },
})

/** Reads a service from a file. */
export const serviceImportPage = definePage({
  path: `${EDITED}/import`,
  layout: 'admin',
  requires: 'catalogue.manage',
  get(call) {
    const { t } = call
    const form = shownForm(t, call.form)
    return {
      title: t('catalogue.transfer.import'),
      noIndex: true,
      breadcrumbs: [
        { label: t('catalogue.nav.services'), href: call.url(EDITED) },
        { label: t('catalogue.transfer.import') },
      ],
      view: (
        <div class="narrow">
          <PageHead title={t('catalogue.transfer.import')} lead={t('catalogue.transfer.lead')} />
          <form method="post" class="form">
            <FormMessages t={t} form={form} />
            <TextArea
              {...form.field('file')}
              label={t('catalogue.transfer.file')}
              hint={t('catalogue.transfer.fileHint')}
              tall
              spellcheck={false}
            />
            <FormActions>
              <Button look="primary" icon="upload">
                {t('catalogue.transfer.import')}
              </Button>
            </FormActions>
          </form>
        </div>
      ),
    }
  },
  post: {
    async default(call, fields) {
      const { id, form } = await call.run(importService, { file: fileOf(fields.get('file')) as never })
      const path = call.url(`${EDITED}/${id}`)
      return form
        ? goTo(path, `catalogue.transfer.form.${form.came}`, { form: form.key })
        : goTo(path, 'catalogue.flash.imported')
    },
  },
})

function fileOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse.field('file', 'catalogue.refusal.noFile')
  }
}
