import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { ICON_NAMES } from '../../../../ui/icon-names.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { titleIn } from '../../facet-names.ts'
import { listProductsForKeeping } from '../../operations/list-products-for-keeping.ts'
import { removeProduct } from '../../operations/remove-product.ts'
import { saveProduct } from '../../operations/save-product.ts'

type Product = z.output<typeof listProductsForKeeping.output>['items'][number]
const LIST = '/admin/categories'

/** A product that articles can be about, or a new one. */
export const productPage = definePage({
  path: '/admin/products/:id',
  layout: 'admin',
  requires: 'knowledge.manage',
  async get(call) {
    const { t } = call
    const product = await find(call)
    const form = shownForm(t, call.form, 'save')
    const title = product ? (titleIn(product.titles, call.lang) ?? product.key) : t('knowledge.product.new')
    return {
      title,
      noIndex: true,
      breadcrumbs: [{ label: t('knowledge.nav.categories'), href: call.url(LIST) }, { label: title }],
      view: (
        <div class="narrow">
          <PageHead title={title} />
          <form method="post" class="stack">
            <FormMessages t={t} form={form} />
            {LANGS.map((lang) => (
              <TextInput
                key={lang}
                {...form.field(`titles.${lang}`, product?.titles[lang])}
                label={`${t('knowledge.product.title')} (${t(`knowledge.lang.${lang}`)})`}
                lang={lang}
                optional
              />
            ))}
            <Select
              {...form.field('icon', product?.icon ?? 'package')}
              label={t('knowledge.category.icon')}
              options={ICON_NAMES.map((name) => ({ value: name, label: name }))}
            />
            <TextInput
              {...form.field('portals', product?.portals.join(', '))}
              label={t('knowledge.category.portals')}
              hint={t('knowledge.category.portalsHint')}
              optional
            />
            <FormActions>
              <Button look="primary" name="action" value="save">
                {t('knowledge.admin.save')}
              </Button>
            </FormActions>
          </form>
          {product && (
            <Disclosure title={t('knowledge.product.remove')}>
              <form method="post" class="stack">
                <p>{t('knowledge.product.removeText', { articles: product.articles })}</p>
                <Button look="danger" name="action" value="remove" icon="trash-2">
                  {t('knowledge.product.remove')}
                </Button>
              </form>
            </Disclosure>
          )}
        </div>
      ),
    }
  },
  post: {
    async save(call, fields) {
      const id = call.params['id']
      await call.run(saveProduct, {
        ...(id === 'new' ? {} : { id }),
        icon: fields.get('icon'),
        titles: Object.fromEntries(LANGS.map((lang) => [lang, fields.get(`titles.${lang}`)])),
        portals: fields
          .get('portals')
          .split(/[\s,]+/)
          .filter(Boolean),
      })
      return goTo(call.url(LIST), 'knowledge.flash.product')
    },
    async remove(call) {
      await call.run(removeProduct, { id: call.params['id'] ?? '' })
      return goTo(call.url(LIST), 'knowledge.flash.productRemoved')
    },
  },
})

async function find(call: PageCall): Promise<Product | null> {
  const id = call.params['id']
  if (id === 'new') return null
  const found = (await call.run(listProductsForKeeping, {})).items.find((product) => product.id === id)
  if (!found) throw refuse.notFound()
  return found
}
