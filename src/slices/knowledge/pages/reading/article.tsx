import type { z } from 'zod'
import type { Lang } from '../../../../kernel/lang.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { LangFragment } from '../../../../ui/components/LangFragment.tsx'
import { LinkList } from '../../../../ui/components/LinkList.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { Prose } from '../../../../ui/components/Prose.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { Toc, type TocEntry } from '../../../../ui/components/Toc.tsx'
import { Island } from '../../../../ui/island.tsx'
import { definePage, goTo, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { titleIn } from '../../facet-names.ts'
import { placeLinks } from '../../markdown/place-links.ts'
import { listRelated } from '../../operations/list-related.ts'
import { rateArticle } from '../../operations/rate-article.ts'
import { readArticle } from '../../operations/read-article.ts'
import { redirectOf } from '../../operations/redirect-of.ts'
import type { ArticleView } from '../../views.ts'
import { Helpful } from './Helpful.tsx'
import { structuredDataOf } from './structured-data.ts'

type Article = z.output<typeof ArticleView>

export const articlePage = definePage({
  path: '/articles/:slug',
  cache: true,
  shared: [],
  get: show,
  post: {
    helpful: (call) => rate(call, { helpful: true }),
    unhelpful: (call, fields) =>
      rate(call, {
        helpful: false,
        reason: fields.optional('reason') as 'missing' | undefined,
        comment: fields.optional('comment'),
      }),
  },
})

async function rate(call: PageCall, rating: Omit<z.input<typeof rateArticle.input>, 'id'>): Promise<PageAnswer> {
  const { id, slug } = await call.run(readArticle, { slug: call.params['slug'] ?? '' })
  await call.run(rateArticle, { id, ...rating })
  const page = call.url(`/articles/${slug}`)
  return goTo(page, rating.helpful ? 'knowledge.reading.thanks' : 'knowledge.reading.thanksOwner')
}

async function show(call: PageCall): Promise<PageAnswer> {
  const slug = call.params['slug'] ?? ''
  const found = await findWithRelated(call, slug)
  if ('redirect' in found) return found
  const { article, related } = found
  const { t, lang } = call
  return {
    title: article.title,
    description: article.summary,
    breadcrumbs: [
      { label: call.portal.name, href: call.url('/') },
      { label: t('knowledge.reading.help'), href: call.url('/help') },
      ...article.categories.map((one) => ({ label: one.title, href: call.url(`/help/category/${one.slug}`) })),
      { label: article.title },
    ],
    alternates: Object.fromEntries(article.translations.map((one) => [one.lang, `/articles/${one.slug}`])) as Partial<
      Record<Lang, string>
    >,
    canonical: `/articles/${article.slug}`,
    // The same text stands at its own language's address; search engines are to know only that one.
    noIndex: article.isFallback,
    structuredData: structuredDataOf(call, article),
    view: (
      <article class={article.contents.length > 1 ? 'article with-side' : 'article'}>
        <div>
          <Head call={call} article={article} />
          {article.contents.length > 1 && (
            <div class="only-narrow">
              <Toc t={t} entries={tocOf(article)} folded />
            </div>
          )}
          <Body call={call} article={article} />
          <footer class="article-foot">
            <Attachments call={call} article={article} />
            <Facts call={call} article={article} />
            <Island name="print-button" props={{ label: t('knowledge.reading.print') }} />
            <Helpful call={call} />
            {related.length > 0 && (
              <section class="stack tight">
                <h2>{t('knowledge.reading.related')}</h2>
                <LinkList
                  links={related.map((one) => ({
                    href: call.url(`/articles/${one.slug}`),
                    label: (
                      <LangFragment t={t} page={lang} lang={one.lang}>
                        {one.title}
                      </LangFragment>
                    ),
                  }))}
                />
              </section>
            )}
          </footer>
        </div>
        {article.contents.length > 1 && (
          <aside class="article-side only-wide">
            <Toc t={t} entries={tocOf(article)} />
          </aside>
        )}
      </article>
    ),
  }
}

async function findWithRelated(call: PageCall, slug: string) {
  const article = await find(call, slug)
  if ('redirect' in article) return article
  const { items: related } = await call.run(listRelated, { id: article.id, limit: 5 })
  return { article: withPlacedLinks(call, article), related }
}

/** The article at an address; where it is now when it was renamed, or when the address is that of another language. */
async function find(call: PageCall, slug: string): Promise<Article | { redirect: string; permanent: true }> {
  try {
    const article = await call.run(readArticle, { slug })
    if (article.slug === slug) return article
    return { redirect: call.url(`/articles/${article.slug}`), permanent: true }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not_found') throw error
    const moved = await call.run(redirectOf, { slug })
    return { redirect: call.url(`/articles/${moved.slug}`), permanent: true }
  }
}

function Head({ call, article }: { call: PageCall; article: Article }) {
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

function Body({ call, article }: { call: PageCall; article: Article }) {
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

function Attachments({ call, article }: { call: PageCall; article: Article }) {
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
function Facts({ call, article }: { call: PageCall; article: Article }) {
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

/** The article with real addresses in place of `article:ID` and its like. */
function withPlacedLinks(call: PageCall, article: Article): Article {
  const slugs = new Map(article.linked.map((one) => [one.id, one.slug]))
  const places = {
    article: (id: string) => (slugs.has(id) ? `/articles/${slugs.get(id)}` : null),
    page: (path: string) => call.url(path),
  }
  const placed = (html: string) => placeLinks(html, places)
  const { knownError } = article
  return {
    ...article,
    html: placed(article.html),
    knownError: knownError && {
      symptomHtml: placed(knownError.symptomHtml),
      causeHtml: placed(knownError.causeHtml),
      workaroundHtml: placed(knownError.workaroundHtml),
      fixedInHtml: placed(knownError.fixedInHtml),
    },
  }
}

/** Headings as a tree of two levels. */
function tocOf({ contents }: Article): TocEntry[] {
  const entries: { id: string; title: string; children: TocEntry[] }[] = []
  const top = Math.min(...contents.map((heading) => heading.level))
  for (const { id, title, level } of contents) {
    const last = entries.at(-1)
    if (level > top && last) last.children.push({ id, title })
    else entries.push({ id, title, children: [] })
  }
  return entries
}
