import type { z } from 'zod'
import { LinkButton } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { Icon, iconOf } from '../../../../ui/components/Icon.tsx'
import { LinkList } from '../../../../ui/components/LinkList.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { definePage, type PageCall } from '../../../../ui/page.ts'
import { titleIn } from '../../facet-names.ts'
import { listArticles } from '../../operations/list-articles.ts'
import { listCategories } from '../../operations/list-categories.ts'
import { listProducts } from '../../operations/list-products.ts'
import { listTags } from '../../operations/list-tags.ts'
import { type CategoryItem, KINDS } from '../../views.ts'
import { feedOf } from './feed-address.ts'

type Category = z.output<typeof CategoryItem>

export const helpPage = definePage({
  path: '/help',
  cache: true,
  shared: [],
  async get(call) {
    const { t, lang } = call
    const { items: categories } = await call.run(listCategories, {})
    const { items: products } = await call.run(listProducts, {})
    const { items: tags } = await call.run(listTags, { limit: 20 })
    const { items: newest } = await call.run(listArticles, { limit: 6 })
    const roots = categories.filter((one) => one.parentId === null)
    return {
      title: t('knowledge.reading.help'),
      description: t('knowledge.reading.helpLead'),
      breadcrumbs: [{ label: call.portal.name, href: call.url('/') }, { label: t('knowledge.reading.help') }],
      feeds: [feedOf(call)],
      view: (
        <>
          <PageHead title={t('knowledge.reading.help')} lead={t('knowledge.reading.helpLead')} />
          {roots.length === 0 ? (
            <EmptyState
              icon="book-open"
              title={t('knowledge.reading.nothingYet')}
              action={<LinkButton href={call.url('/contact')}>{t('knowledge.reading.askPerson')}</LinkButton>}
            >
              {t('knowledge.reading.nothingYetText')}
            </EmptyState>
          ) : (
            <div class="topics">
              {roots.map((root) => (
                <Topic
                  key={root.id}
                  call={call}
                  root={root}
                  below={categories.filter((one) => one.parentId === root.id)}
                />
              ))}
            </div>
          )}
          <div class="columns even section">
            {newest.length > 0 && (
              <section>
                <h2>{t('knowledge.reading.newest')}</h2>
                <LinkList
                  links={newest.map((one) => ({
                    href: call.url(`/articles/${one.slug}`),
                    label: one.title,
                    lang: one.lang === lang ? undefined : one.lang,
                  }))}
                />
              </section>
            )}
            <section class="stack">
              <Pills
                title={t('knowledge.reading.byKind')}
                pills={KINDS.map((kind) => ({
                  label: t(`knowledge.kinds.${kind}`),
                  href: call.url(`/help/all?kind=${kind}`),
                }))}
              />
              <Pills
                title={t('knowledge.reading.byProduct')}
                pills={products.map(({ key, titles }) => ({
                  label: titleIn(titles, lang) ?? key,
                  href: call.url(`/help/all?product=${key}`),
                }))}
              />
              <Pills
                title={t('knowledge.reading.byTag')}
                pills={tags.map(({ tag }) => ({
                  label: tag,
                  href: call.url(`/help/all?tag=${encodeURIComponent(tag)}`),
                }))}
              />
            </section>
          </div>
        </>
      ),
    }
  },
})

/** A topic with the topics below it, and how much there is to read. */
function Topic({ call, root, below }: { call: PageCall; root: Category; below: Category[] }) {
  const { t } = call
  return (
    <Card class="topic">
      <div class="topic-head">
        <span class="tile-icon">
          <Icon name={iconOf(root.icon)} big />
        </span>
        <h2 class="card-title">
          <a href={call.url(`/help/category/${root.slug}`)}>{root.title}</a>
        </h2>
        <span class="count">
          {call.format.number(root.articles)}
          <span class="visually-hidden"> {t('knowledge.reading.articles', { count: root.articles })}</span>
        </span>
      </div>
      {root.description && <p class="muted small">{root.description}</p>}
      {below.length > 0 && (
        <ul class="topic-below">
          {below.map((one) => (
            <li key={one.id}>
              <a href={call.url(`/help/category/${one.slug}`)}>{one.title}</a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Pills({ title, pills }: { title: string; pills: { label: string; href: string }[] }) {
  if (pills.length === 0) return null
  return (
    <div class="stack tight">
      <h2 class="eyebrow-title">{title}</h2>
      <p class="pills">
        {pills.map(({ label, href }) => (
          <a class="pill" key={href} href={href}>
            {label}
          </a>
        ))}
      </p>
    </div>
  )
}
