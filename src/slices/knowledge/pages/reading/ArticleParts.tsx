import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { LinkList } from '../../../../ui/components/LinkList.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { Prose } from '../../../../ui/components/Prose.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import { titleIn } from '../../facet-names.ts'
import type { Article } from './contents.ts'

/** What it is: kind, products, title, summary. */
export function Head({ call, article }: { call: PageCall; article: Article }) {
  const { t, lang } = call
  return (
    <header class="article-head">
      <p class="tags">
        <Tag tone={article.kind === 'known-error' ? 'warn' : 'plain'}>{t(`knowledge.kind.${article.kind}`)}</Tag>
        {article.products.map(({ key, titles }) => (
          <Tag key={key} href={call.url(`/help/all?product=${key}`)}>
            {titleIn(titles, lang) ?? key}
          </Tag>
        ))}
      </p>
      {article.isFallback && (
        <Notice icon="languages">
          {t('knowledge.reading.fallback', { language: t(`knowledge.reading.language.${article.lang}`) })}
        </Notice>
      )}
      <h1 lang={foreign(call, article)}>{article.title}</h1>
      {article.summary && (
        <p class="lead" lang={foreign(call, article)}>
          {article.summary}
        </p>
      )}
    </header>
  )
}

/** The text; of a known error its parts before it. */
export function Body({ call, article }: { call: PageCall; article: Article }) {
  const { t } = call
  const lang = foreign(call, article)
  const { knownError } = article
  return (
    <>
      {knownError && (
        <div class="known-error">
          {(['symptom', 'cause', 'workaround'] as const).map((part) => {
            const html = knownError[`${part}Html`]
            return html ? (
              <section key={part} class={`known-error-${part}`}>
                <h2>{t(`knowledge.reading.${part}`)}</h2>
                <Prose html={html} lang={lang} />
              </section>
            ) : null
          })}
          {knownError.fixedInHtml && (
            <section class="known-error-fixed">
              <h2>{t('knowledge.reading.fixedIn')}</h2>
              <Prose html={knownError.fixedInHtml} lang={lang} />
            </section>
          )}
        </div>
      )}
      <Prose html={article.html} howTo={article.kind === 'how-to'} lang={lang} />
    </>
  )
}

/** Files to take along, in the language that is shown. */
export function Attachments({ call, article }: { call: PageCall; article: Article }) {
  const { t, format } = call
  const files = article.attachments.filter((one) => one.lang === null || one.lang === article.lang)
  if (files.length === 0) return null
  return (
    <section class="stack tight">
      <h2>{t('knowledge.reading.files')}</h2>
      <LinkList
        links={files.map((file) => ({
          href: `/files/${file.id}/${encodeURIComponent(file.name)}`,
          label: file.name,
          hint: format.bytes(file.size),
        }))}
      />
    </section>
  )
}

/** How far one can rely on it: when it was checked, by whom, and who answers for it. */
export function Facts({ call, article }: { call: PageCall; article: Article }) {
  const { t, format } = call
  return (
    <DescriptionList
      facts={[
        article.checkedAt !== null && {
          term: t('knowledge.reading.checked'),
          value: article.checkedBy
            ? t('knowledge.reading.checkedBy', { day: format.day(article.checkedAt), name: article.checkedBy })
            : format.day(article.checkedAt),
        },
        { term: t('knowledge.reading.changed'), value: format.day(article.publishedAt) },
        article.owner !== null && { term: t('knowledge.reading.owner'), value: article.owner },
        article.tags.length > 0 && {
          term: t('knowledge.reading.byTag'),
          value: (
            <span class="tags" lang={foreign(call, article)}>
              {article.tags.map((tag) => (
                <Tag key={tag} href={call.url(`/help/all?tag=${encodeURIComponent(tag)}`)}>
                  {tag}
                </Tag>
              ))}
            </span>
          ),
        },
      ]}
    />
  )
}

/** Language to mark the article's own words with, when the page is in another one. */
function foreign(call: PageCall, article: Article): string | undefined {
  return article.lang === call.lang ? undefined : article.lang
}
