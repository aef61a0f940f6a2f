import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Icon } from '../../../../ui/components/Icon.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { type IconName, isIconName } from '../../../../ui/icon-names.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { titleIn } from '../../facet-names.ts'
import { listCategoriesForKeeping } from '../../operations/list-categories-for-keeping.ts'
import { listProductsForKeeping } from '../../operations/list-products-for-keeping.ts'
import { listTags } from '../../operations/list-tags.ts'
import { renameTag } from '../../operations/rename-tag.ts'
import { addressOf } from './addresses.ts'

type Category = z.output<typeof listCategoriesForKeeping.output>['items'][number]
type Product = z.output<typeof listProductsForKeeping.output>['items'][number]

/** The order of the knowledge base: the tree of categories, products, tags. */
export const categoriesPage = definePage({
  path: '/admin/categories',
  layout: 'admin',
  requires: 'knowledge.manage',
  async get(call) {
    const { t } = call
    const categories = await call.run(listCategoriesForKeeping, {})
    const products = await call.run(listProductsForKeeping, {})
    return {
      title: t('knowledge.nav.categories'),
      noIndex: true,
      view: (
        <>
          <PageHead
            title={t('knowledge.nav.categories')}
            actions={
              <LinkButton look="primary" icon="plus" href={call.url('/admin/categories/new')}>
                {t('knowledge.category.new')}
              </LinkButton>
            }
          />
          <Categories call={call} categories={categories.items} />
          <section class="section">
            <div class="row spread">
              <h2>{t('knowledge.product.all')}</h2>
              <LinkButton icon="plus" href={call.url('/admin/products/new')}>
                {t('knowledge.product.new')}
              </LinkButton>
            </div>
            <Products call={call} products={products.items} />
          </section>
          <TagRenaming call={call} tags={(await call.run(listTags, { limit: 40 })).items} />
        </>
      ),
    }
  },
  post: {
    async rename(call, fields) {
      const { articles } = await call.run(renameTag, {
        lang: fields.get('lang') as 'de',
        from: fields.get('from'),
        to: fields.get('to'),
      })
      return goTo(call.url('/admin/categories'), 'knowledge.flash.tag', { articles })
    },
  },
})

function Named({ icon, title, level = 1 }: { icon: string; title: string; level?: number }) {
  return (
    <span class={`row level-${Math.min(level, 5)}`}>
      {isIconName(icon) && <Icon name={icon as IconName} />}
      {title}
    </span>
  )
}

function Categories({ call, categories }: { call: PageCall; categories: Category[] }) {
  const { t } = call
  const titleOf = ({ texts, key }: Category) =>
    titleIn(Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, text?.title])), call.lang) ?? key
  return (
    <DataTable
      caption={t('knowledge.category.all')}
      rows={categories}
      rowKey={(row: Category) => row.id}
      empty={<p>{t('knowledge.category.none')}</p>}
      columns={[
        {
          title: t('knowledge.category.title'),
          head: true,
          cell: (row: Category) => (
            <a href={call.url(`/admin/categories/${row.id}`)}>
              <Named icon={row.icon} title={titleOf(row)} level={row.level} />
            </a>
          ),
        },
        {
          title: t('knowledge.category.languages'),
          cell: (row: Category) =>
            Object.keys(row.texts)
              .map((lang) => lang.toUpperCase())
              .join(', '),
        },
        {
          title: t('knowledge.category.portals'),
          cell: (row: Category) => row.portals.join(', ') || t('knowledge.category.allPortals'),
        },
        {
          title: t('knowledge.nav.articles'),
          kind: 'number',
          cell: (row: Category) => (
            <a href={addressOf(call, '/admin/articles', { category: row.id })}>{row.articles}</a>
          ),
        },
      ]}
    />
  )
}

function Products({ call, products }: { call: PageCall; products: Product[] }) {
  const { t } = call
  return (
    <DataTable
      caption={t('knowledge.product.all')}
      hideCaption
      rows={products}
      rowKey={(row: Product) => row.id}
      empty={<p>{t('knowledge.product.none')}</p>}
      columns={[
        {
          title: t('knowledge.product.title'),
          head: true,
          cell: (row: Product) => (
            <a href={call.url(`/admin/products/${row.id}`)}>
              <Named icon={row.icon} title={titleIn(row.titles, call.lang) ?? row.key} />
            </a>
          ),
        },
        {
          title: t('knowledge.category.portals'),
          cell: (row: Product) => row.portals.join(', ') || t('knowledge.category.allPortals'),
        },
        { title: t('knowledge.nav.articles'), kind: 'number', cell: (row: Product) => row.articles },
      ]}
    />
  )
}

function TagRenaming({ call, tags }: { call: PageCall; tags: { tag: string; articles: number }[] }) {
  const { t } = call
  const form = shownForm(t, call.form, 'rename')
  return (
    <section class="section narrow stack">
      <h2>{t('knowledge.tag.title')}</h2>
      <p>{t('knowledge.tag.lead')}</p>
      {tags.length > 0 && <p class="muted">{tags.map(({ tag, articles }) => `${tag} (${articles})`).join(' · ')}</p>}
      <form method="post" class="stack">
        <FormMessages t={t} form={form} />
        <Select
          {...form.field('lang', call.lang)}
          label={t('knowledge.field.lang')}
          options={LANGS.map((lang) => ({ value: lang, label: t(`knowledge.lang.${lang}`) }))}
        />
        <TextInput {...form.field('from')} label={t('knowledge.tag.from')} />
        <TextInput {...form.field('to')} label={t('knowledge.tag.to')} />
        <Button name="action" value="rename">
          {t('knowledge.tag.rename')}
        </Button>
      </form>
    </section>
  )
}
