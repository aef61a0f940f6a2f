import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Prose } from '../../../ui/components/Prose.tsx'
import { definePage, type Page } from '../../../ui/page.ts'
import { renderText } from '../../../ui/render-text.ts'
import { readLegalPage } from '../operations/read-legal-page.ts'
import { LEGAL_PAGES, type LegalPage } from '../organisation.ts'

/** Imprint, privacy notice, accessibility statement. */
export const legalPages: Page[] = LEGAL_PAGES.map(legalPage)

function legalPage(page: LegalPage): Page {
  return definePage({
    path: `/${page}`,
    open: true,
    cache: true,
    async get(call) {
      const { t } = call
      const { written, notes } = await call.run(readLegalPage, { page })
      const title = written?.title || t(`administration.legal.${page}`)
      const other = written && written.lang !== call.lang ? written.lang : undefined
      return {
        title,
        noIndex: written === null,
        breadcrumbs: [{ label: title }],
        view: (
          <div class="narrow">
            <PageHead title={other ? <span lang={other}>{title}</span> : title} />
            {other && (
              <Notice>{t('administration.legal.otherLanguage', { language: t(`ui.inLanguage.${other}`) })}</Notice>
            )}
            {written ? (
              <Prose html={renderText(written.text, (path) => call.url(path))} lang={other} />
            ) : (
              <EmptyState icon="scale" title={t('administration.legal.none')}>
                {t('administration.legal.noneText')}
              </EmptyState>
            )}
            {notes.length > 0 && (
              <section class="section stack" aria-labelledby="retention">
                <h2 id="retention">{t('administration.legal.retention')}</h2>
                {notes.map((note) => (
                  <p key={note}>{note}</p>
                ))}
              </section>
            )}
          </div>
        ),
      }
    },
  })
}
