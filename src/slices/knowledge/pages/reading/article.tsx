import type { z } from 'zod'
import type { Lang } from '../../../../kernel/lang.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { LangFragment } from '../../../../ui/components/LangFragment.tsx'
import { LinkList } from '../../../../ui/components/LinkList.tsx'
import { Toc } from '../../../../ui/components/Toc.tsx'
import { Island } from '../../../../ui/island.tsx'
import { definePage, goTo, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { listRelated } from '../../operations/list-related.ts'
import { rateArticle } from '../../operations/rate-article.ts'
import { readArticle } from '../../operations/read-article.ts'
import { redirectOf } from '../../operations/redirect-of.ts'
import type { ArticleView } from '../../views.ts'
import { Attachments, Body, Facts, Head } from './ArticleParts.tsx'
import { tocOf, withPlacedLinks } from './contents.ts'
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
