import { LinkButton } from '../../../../ui/components/Button.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { definePage, type PageCall } from '../../../../ui/page.ts'
import { titleIn } from '../../facet-names.ts'
import { listArticles } from '../../operations/list-articles.ts'
import { listProducts } from '../../operations/list-products.ts'
import { KINDS } from '../../views.ts'
import { ArticleList } from './ArticleList.tsx'
import { feedOf } from './feed-address.ts'

/** All articles, or those of a kind, about a product, with a tag; newest first. */
export const listPage = definePage({
  path: '/help/all',
  cache: true,
  async get(call) {
    const { query } = call
    const kind = KINDS.find((one) => one === query['kind'])
    const product = query['product'] || undefined
    const tag = query['tag'] || undefined
    return pageOf(call, { kind, product, tag }, await titleOf(call, { kind, product, tag }), '/help/all')
  },
})

/** What is new, newest first. */
export const newsPage = definePage({
  path: '/news',
  cache: true,
  get: (call) => pageOf(call, { kind: 'news' }, call.t('knowledge.reading.news'), '/news'),
})

interface Narrowed {
  kind?: (typeof KINDS)[number] | undefined
  product?: string | undefined
  tag?: string | undefined
}

async function pageOf(call: PageCall, narrowed: Narrowed, title: string, path: string) {
  const { t, query } = call
  const { items, next } = await call.run(listArticles, { ...narrowed, cursor: query['cursor'] || undefined })
  const address = (cursor?: string) => {
    const { kind, ...rest } = narrowed
    const parameters = { ...(path === '/news' ? {} : { kind }), ...rest, cursor }
    const given = Object.entries(parameters).filter((one): one is [string, string] => one[1] !== undefined)
    return call.url(given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path)
  }
  return {
    title,
    breadcrumbs: [
      { label: call.portal.name, href: call.url('/') },
      { label: t('knowledge.reading.help'), href: call.url('/help') },
      { label: title },
    ],
    noIndex: path !== '/news' || query['cursor'] !== undefined,
    feeds: [feedOf(call)],
    view: (
      <>
        <PageHead title={title} />
        {items.length === 0 ? (
          <EmptyState
            icon="file-text"
            title={t('knowledge.reading.emptyList')}
            action={<LinkButton href={call.url('/help')}>{t('knowledge.reading.otherTopics')}</LinkButton>}
          />
        ) : (
          <ArticleList call={call} articles={items} dated={narrowed.kind === 'news'} />
        )}
        <Pagination
          t={t}
          previous={query['cursor'] ? address() : null}
          previousLabel={t('knowledge.reading.toFirst')}
          next={next ? address(next) : null}
        />
      </>
    ),
  }
}

async function titleOf(call: PageCall, { kind, product, tag }: Narrowed): Promise<string> {
  if (kind) return call.t(`knowledge.kinds.${kind}`)
  if (tag) return call.t('knowledge.reading.tagged', { tag })
  if (!product) return call.t('knowledge.reading.allArticles')
  const { items } = await call.run(listProducts, {})
  const found = items.find((one) => one.key === product)
  return found ? (titleIn(found.titles, call.lang) ?? found.key) : call.t('knowledge.reading.allArticles')
}
