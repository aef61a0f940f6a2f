import type { FormDefinition, FormPage } from '../../../../kernel/form/definition.ts'
import { inLang } from '../../../../kernel/form/local-text.ts'
import { answersOf } from '../../../../kernel/form/read-answers.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import { definePage } from '../../../../ui/page.ts'
import { compareVersions } from '../../operations/compare-versions.ts'
import { previewForm } from '../../operations/preview-form.ts'
import { readForm } from '../../operations/read-form.ts'
import { FormState } from './FormState.tsx'
import { Preview } from './Preview.tsx'
import { queryAnswers } from './query-answers.ts'

/** One version of a form: how it looked, and what would change by going back to it. */
export const versionPage = definePage({
  path: '/admin/forms/:key/versions/:version',
  layout: 'admin',
  requires: 'forms.manage',
  async get(call) {
    const { t, format, lang } = call
    const { key = '', version: number } = call.params
    const form = await call.run(readForm, { key, version: number })
    const { version, newest } = form
    const definition = form.definition as FormDefinition
    const page = definition.pages.find(({ id }) => id === call.query['page']) ?? (definition.pages[0] as FormPage)
    const [preview, { changes }] = await Promise.all([
      call.run(previewForm, {
        key,
        version,
        page: page.id,
        personId: call.query['as'] || undefined,
        answers: call.query['asked'] === undefined ? undefined : answersOf([page], queryAnswers(call)),
      }),
      call.run(compareVersions, { key, from: newest, to: version }),
    ])
    const name = inLang(definition.title, lang)
    const title = t('forms.versions.pageTitle', { title: name, version })
    const moment = format.moment(form.savedAt)
    const versions = call.url(`/admin/forms/${key}/versions`)
    return {
      title,
      breadcrumbs: [
        { label: t('forms.admin.title'), href: call.url('/admin/forms') },
        { label: name, href: call.url(`/admin/forms/${key}`) },
        { label: t('forms.versions.title'), href: versions },
        { label: t('forms.versions.one', { version }) },
      ],
      view: (
        <div class="stack">
          <PageHead
            title={title}
            above={<FormState call={call} form={form} />}
            lead={
              form.savedBy
                ? t('forms.versions.savedBy', { moment, name: form.savedBy })
                : t('forms.versions.saved', { moment })
            }
          />
          {version === newest ? (
            <Notice tone="info">{t('forms.versions.isNewest')}</Notice>
          ) : (
            <section class="card" aria-labelledby="against">
              <h2 id="against">{t('forms.versions.against')}</h2>
              {changes.length > 0 ? (
                <ul class="problems">
                  {changes.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ) : (
                <p>{t('forms.versions.alike')}</p>
              )}
              <form method="post" action={versions}>
                <input type="hidden" name="version" value={version} />
                <Button icon="undo-2" name="action" value="restore">
                  {t('forms.versions.restore')}
                </Button>
              </form>
            </section>
          )}
          {definition.pages.length > 1 && (
            <Tabs
              label={t('forms.versions.pages')}
              tabs={definition.pages.map(({ id, title }) => ({
                label: inLang(title, lang),
                href: `${call.url(call.path)}?page=${id}`,
                current: id === page.id,
              }))}
            />
          )}
          <Preview call={call} form={definition} page={page} at={null} preview={preview} />
        </div>
      ),
    }
  },
})
