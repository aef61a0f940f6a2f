import { isLang, type Lang } from '../../../kernel/lang.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Prose } from '../../../ui/components/Prose.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall } from '../../../ui/page.ts'
import { renderText } from '../../../ui/render-text.ts'
import { readSettings } from '../operations/read-settings.ts'
import { writeLegalPage } from '../operations/write-legal-page.ts'
import { LEGAL_PAGES, type LegalPage } from '../organisation.ts'

/** Writes one legal page in one language; the preview shows it as its readers will see it. */
export const editLegalPage = definePage({
  path: '/admin/settings/pages/:page/:lang',
  layout: 'admin',
  requires: 'platform.manage',
  get: (call) => show(call, null),
  post: {
    preview: async (call, fields) => show(call, fields),
    async save(call, fields) {
      await call.run(writeLegalPage, { ...placeOf(call), title: fields.get('title'), text: fields.get('text') })
      return goTo(call.url('/admin/settings'), 'administration.settings.saved')
    },
  },
})

function placeOf(call: PageCall): { page: LegalPage; lang: Lang } {
  const page = LEGAL_PAGES.find((one) => one === call.params['page'])
  const lang = call.params['lang']
  if (!page || !isLang(lang)) throw refuse.notFound()
  return { page, lang }
}

async function show(call: PageCall, typed: Fields | null): Promise<PageAnswer> {
  const { t } = call
  const { page, lang } = placeOf(call)
  const { pages } = await call.run(readSettings, {})
  const kept = pages[page]?.[lang]
  const form = shownForm(t, call.form, 'save')
  const text = typed?.get('text') ?? kept?.text
  const title = `${t(`administration.legal.${page}`)} (${t(`ui.inLanguage.${lang}`)})`
  return {
    title,
    breadcrumbs: [{ label: t('administration.settings.title'), href: call.url('/admin/settings') }, { label: title }],
    view: (
      <>
        <PageHead title={title} />
        <form method="post" class="stack" novalidate>
          <ErrorSummary t={t} errors={form.errors} />
          <TextInput
            {...form.field('title', typed?.get('title') ?? kept?.title ?? t(`administration.legal.${page}`))}
            label={t('administration.legal.heading')}
            lang={lang}
          />
          <TextArea
            {...form.field('text', text)}
            label={t('administration.legal.text')}
            hint={t('administration.legal.textHint')}
            lang={lang}
            tall
          />
          <FormActions>
            <Button name="action" value="save" look="primary" icon="save">
              {t('administration.settings.save')}
            </Button>
            <Button name="action" value="preview" icon="eye">
              {t('administration.legal.preview')}
            </Button>
          </FormActions>
        </form>
        {typed && (
          <section class="section narrow">
            <h2>{t('administration.legal.preview')}</h2>
            <div class="card">
              <Prose html={renderText(text ?? '', (path) => call.url(path, lang))} lang={lang} />
            </div>
          </section>
        )}
      </>
    ),
  }
}
