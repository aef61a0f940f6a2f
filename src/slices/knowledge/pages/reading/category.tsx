import type { z } from 'zod'
import type { Lang } from '../../../../kernel/lang.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { LinkButton } from '../../../../ui/components/Button.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { Icon, iconOf } from '../../../../ui/components/Icon.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tile, Tiles } from '../../../../ui/components/Tile.tsx'
import { definePage, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { listArticles } from '../../operations/list-articles.ts'
import { listCategories } from '../../operations/list-categories.ts'
import type { CategoryItem } from '../../views.ts'
import { ArticleList } from './ArticleList.tsx'
import { feedOf } from './feed-address.ts'

export type Category = z.output<typeof CategoryItem>

/** Categories are found by their slug in any language, or by their key, which links inside articles carry (`category:meters/digital`). */
export const categoryPage = definePage({ path: '/help/category/:slug', cache: true, shared: ['cursor'], get: show })

/** The address by key may have several parts. */
export const categoryByKeyPage = definePage({ path: '/help/category/:slug/*', cache: true, get: show })

async function show(call: PageCall): Promise<PageAnswer> {
  const { t } = call
  const { items: categories } = await call.run(listCategories, {})
  const category = findCategory(categories, nameIn(call))
  if (!category) throw refuse.notFound()
  if (nameIn(call) !== category.slug) return { redirect: call.url(`/help/category/${category.slug}`), permanent: true }
  const { items, next } = await call.run(listArticles, {
    category: category.id,
    cursor: call.query['cursor'] || undefined,
  })
  const here = call.url(`/help/category/${category.slug}`)
  const below = categories.filter((one) => one.parentId === category.id)
  return {
    title: category.title,
    description: category.description,
    breadcrumbs: [
      { label: call.portal.name, href: call.url('/') },
      { label: t('knowledge.reading.help'), href: call.url('/help') },
      ...pathTo(categories, category).map((one) => ({
        label: one.title,
        href: call.url(`/help/category/${one.slug}`),
      })),
    ],
    alternates: alternatesOf(category),
    noIndex: call.query['cursor'] !== undefined,
    feeds: [feedOf(call, category)],
    view: (
      <>
        <PageHead title={category.title} lead={category.description} />
        {below.length > 0 && (
          <Tiles>
            {below.map((one) => (
              <Tile
                key={one.id}
                icon={iconOf(one.icon)}
                title={one.title}
                note={one.description}
                href={call.url(`/help/category/${one.slug}`)}
              />
            ))}
          </Tiles>
        )}
        <section class={below.length > 0 ? 'section' : undefined}>
          <h2 class={below.length > 0 ? undefined : 'visually-hidden'}>{t('knowledge.reading.allArticles')}</h2>
          {items.length === 0 ? (
            <EmptyState
              icon="file-text"
              title={t('knowledge.reading.emptyCategory')}
              action={<LinkButton href={call.url('/help')}>{t('knowledge.reading.otherTopics')}</LinkButton>}
            />
          ) : (
            <ArticleList call={call} articles={items} />
          )}
          <Pagination
            t={t}
            previous={call.query['cursor'] ? here : null}
            previousLabel={t('knowledge.reading.toFirst')}
            next={next ? `${here}?cursor=${encodeURIComponent(next)}` : null}
          />
          <p class="after-list">
            <a class="with-icon" href={feedOf(call, category).href}>
              <Icon name="rss" /> {t('knowledge.reading.subscribe')}
            </a>
          </p>
        </section>
      </>
    ),
  }
}

/** The part of the address that names the category: a slug, or a key with slashes. */
function nameIn({ params }: PageCall): string {
  return [params['slug'], params['*']].filter(Boolean).join('/')
}

/** The category of a slug in any language, or of a key. */
export function findCategory(categories: readonly Category[], name: string): Category | undefined {
  return (
    categories.find((one) => one.slug === name) ??
    categories.find((one) => one.key === name) ??
    categories.find((one) => Object.values(one.slugs).includes(name))
  )
}

function pathTo(categories: readonly Category[], category: Category): Category[] {
  const parent = categories.find((one) => one.id === category.parentId)
  return parent ? [...pathTo(categories, parent), category] : [category]
}

function alternatesOf({ slugs }: Category): Partial<Record<Lang, string>> {
  return Object.fromEntries(Object.entries(slugs).map(([lang, slug]) => [lang, `/help/category/${slug}`]))
}
