import type { z } from 'zod'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { FilterList } from '../../../ui/components/FilterList.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { SearchField } from '../../../ui/components/SearchField.tsx'
import { definePage, type PageCall } from '../../../ui/page.ts'
import { list } from '../operations/list.ts'
import { listOwn } from '../operations/list-own.ts'
import { addressOf } from './addresses.ts'
import { ServiceCards } from './ServiceCards.tsx'

type Catalogue = z.output<typeof list.output>

const NARROWING = ['q', 'category', 'price', 'status', 'orderable'] as const
const PAGE = 24

/** The catalogue: search, categories, everything that can be ordered. */
export const servicesPage = definePage({
  path: '/services',
  cache: true,
  fields: [...NARROWING, 'cursor'],
  async get(call) {
    const { t, query } = call
    const asked = Object.fromEntries(NARROWING.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))
    const found: Catalogue = await call.run(list, { ...asked, cursor: query['cursor'] || undefined, limit: PAGE })
    const category = found.categories.find((one) => one.value === query['category'])
    const isStart = Object.keys(asked).length === 0 && !query['cursor']
    const own = isStart && call.actor.personId ? await call.run(listOwn, {}) : null
    const title = category?.name ?? t('catalogue.list.title')
    return {
      title,
      description: category?.description || t('catalogue.list.lead'),
      ownSearch: true,
      noIndex: !isStart && !category,
      breadcrumbs: [
        { label: call.portal.name, href: call.url('/') },
        { label: t('catalogue.list.title'), href: call.url('/services') },
        ...(category ? [{ label: category.name ?? '' }] : []),
      ].slice(0, category ? 3 : 2),
      view: (
        <>
          <PageHead title={title} lead={category?.description || t('catalogue.list.lead')} />
          <SearchField
            t={t}
            action={call.url('/services')}
            id="service-search"
            label={t('catalogue.list.search')}
            placeholder={t('catalogue.list.searchFor')}
            value={query['q']}
            keep={query['category'] ? { category: query['category'] } : {}}
          />
          {own && own.recent.length > 0 && (
            <section class="section" aria-labelledby="own-services">
              <h2 id="own-services">{t('catalogue.list.own')}</h2>
              <ServiceCards call={call} services={own.recent} level={3} />
            </section>
          )}
          <div class="catalogue-list section">
            <FilterList t={t} groups={groups(call, found)} />
            <section aria-labelledby="found-services" class="stack">
              <h2 id="found-services" class="found-count">
                {t('catalogue.list.found', { count: found.total })}
              </h2>
              {found.items.length > 0 ? (
                <ServiceCards call={call} services={found.items} level={3} />
              ) : (
                <Nothing call={call} asked={Object.keys(asked).length > 0} />
              )}
              <Pagination
                t={t}
                previous={query['cursor'] ? addressOf(call, '/services', asked) : null}
                next={found.next ? addressOf(call, '/services', { ...asked, cursor: found.next }) : null}
              />
            </section>
          </div>
        </>
      ),
    }
  },
})

function Nothing({ call, asked }: { call: PageCall; asked: boolean }) {
  const { t, query } = call
  if (!asked)
    return (
      <EmptyState icon="package" title={t('catalogue.list.none')}>
        {t('catalogue.list.noneText')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon="search-x"
      title={t('catalogue.list.nothingFound')}
      level={3}
      action={
        <>
          <LinkButton href={call.url('/services')}>{t('catalogue.list.all')}</LinkButton>
          {query['q'] && (
            <LinkButton href={addressOf(call, '/search', { q: query['q'] })}>
              {t('catalogue.list.searchAll')}
            </LinkButton>
          )}
        </>
      }
    >
      {t('catalogue.list.nothingFoundText')}
    </EmptyState>
  )
}

/** Ways to narrow the list; choosing a chosen one again widens it. */
function groups(call: PageCall, found: Catalogue) {
  const { t, query } = call
  const filter = (name: (typeof NARROWING)[number], value: string, label: string, count: number) => {
    const on = query[name] === value
    const kept = Object.fromEntries(NARROWING.flatMap((one) => (query[one] && one !== name ? [[one, query[one]]] : [])))
    return { label, count, on, href: addressOf(call, '/services', on ? kept : { ...kept, [name]: value }) }
  }
  return [
    {
      title: t('catalogue.filter.category'),
      filters: found.categories.map((one) => filter('category', one.value, one.name ?? one.value, one.services)),
    },
    {
      title: t('catalogue.filter.price'),
      filters: found.prices.map((one) =>
        filter('price', one.value, t(`catalogue.priceKind.${one.value as 'free'}`), one.services),
      ),
    },
    {
      title: t('catalogue.filter.status'),
      filters: found.statuses.map((one) =>
        filter('status', one.value, t(`catalogue.status.${one.value as 'works'}`), one.services),
      ),
    },
    {
      title: t('catalogue.filter.audience'),
      filters: [filter('orderable', 'true', t('catalogue.filter.orderable'), found.orderable)],
    },
  ]
}
