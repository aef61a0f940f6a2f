import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Icon, iconOf } from '../../../../ui/components/Icon.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { ICON_NAMES } from '../../../../ui/icon-names.ts'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import { textIn } from '../../content.ts'
import { listCategoriesForKeeping } from '../../operations/list-categories-for-keeping.ts'
import { removeCategory } from '../../operations/remove-category.ts'
import { saveCategory } from '../../operations/save-category.ts'

type Category = z.output<typeof listCategoriesForKeeping.output>['items'][number]
const LIST = '/admin/service-categories'

/** The categories of the catalogue. */
export const serviceCategoriesPage = definePage({
  path: LIST,
  layout: 'admin',
  requires: 'catalogue.manage',
  async get(call) {
    const { t } = call
    const { items } = await call.run(listCategoriesForKeeping, {})
    const add = (
      <LinkButton look="primary" icon="plus" href={call.url(`${LIST}/new`)}>
        {t('catalogue.category.new')}
      </LinkButton>
    )
    return {
      title: t('catalogue.nav.categories'),
      noIndex: true,
      view: (
        <>
          <PageHead title={t('catalogue.nav.categories')} actions={items.length > 0 && add} />
          <DataTable
            caption={t('catalogue.nav.categories')}
            hideCaption
            rows={items}
            rowKey={(row) => row.id}
            empty={
              <EmptyState icon="folder-tree" title={t('catalogue.category.none')} action={add}>
                {t('catalogue.category.noneText')}
              </EmptyState>
            }
            columns={[
              {
                title: t('catalogue.field.name'),
                head: true,
                cell: (row) => (
                  <a href={call.url(`${LIST}/${row.id}`)} class="row">
                    <Icon name={iconOf(row.icon, 'package')} />
                    {textIn(row.titles, call.lang) || row.key}
                  </a>
                ),
              },
              { title: t('catalogue.nav.services'), kind: 'number', cell: (row) => row.services },
              { title: t('catalogue.field.position'), kind: 'number', cell: (row) => row.position },
            ]}
          />
        </>
      ),
    }
  },
})

/** One category, or a new one. */
export const serviceCategoryPage = definePage({
  path: `${LIST}/:id`,
  layout: 'admin',
  requires: 'catalogue.manage',
  async get(call) {
    const { t } = call
    const category = await find(call)
    const title = category ? textIn(category.titles, call.lang) || category.key : t('catalogue.category.new')
    return {
      title,
      noIndex: true,
      breadcrumbs: [{ label: t('catalogue.nav.categories'), href: call.url(LIST) }, { label: title }],
      view: (
        <div class="narrow stack">
          <PageHead title={title} />
          <CategoryForm call={call} category={category} />
          {category && (
            <Disclosure title={t('catalogue.category.remove')}>
              <form method="post" class="stack">
                <p>{t('catalogue.category.removeText')}</p>
                <Button look="danger" name="action" value="remove" icon="trash-2">
                  {t('catalogue.category.remove')}
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
      await call.run(saveCategory, inputOf(call, fields))
      return goTo(call.url(LIST), 'catalogue.flash.category')
    },
    async remove(call) {
      await call.run(removeCategory, { id: call.params['id'] ?? '' })
      return goTo(call.url(LIST), 'catalogue.flash.categoryRemoved')
    },
  },
})

function CategoryForm({ call, category }: { call: PageCall; category: Category | null }) {
  const { t } = call
  const form = shownForm(t, call.form, 'save')
  return (
    <form method="post" class="form">
      <FormMessages t={t} form={form} />
      {LANGS.map((lang) => (
        <TextInput
          key={lang}
          {...form.field(`titles.${lang}`, category?.titles[lang])}
          lang={lang}
          optional={lang !== call.lang}
          label={`${t('catalogue.field.name')} (${t(`catalogue.lang.${lang}`)})`}
          maxLength={120}
        />
      ))}
      {LANGS.map((lang) => (
        <TextInput
          key={lang}
          {...form.field(`descriptions.${lang}`, category?.descriptions[lang])}
          lang={lang}
          optional
          label={`${t('catalogue.field.summary')} (${t(`catalogue.lang.${lang}`)})`}
          maxLength={300}
        />
      ))}
      <Select
        {...form.field('icon', category?.icon ?? 'package')}
        label={t('catalogue.field.icon')}
        width="medium"
        options={ICON_NAMES.map((name) => ({ value: name, label: name }))}
      />
      <TextInput
        {...form.field('position', String(category?.position ?? 0))}
        type="number"
        min={0}
        width="short"
        label={t('catalogue.field.position')}
        hint={t('catalogue.field.positionHint')}
      />
      <FormActions>
        <Button look="primary" name="action" value="save" icon="save">
          {t('catalogue.category.save')}
        </Button>
      </FormActions>
    </form>
  )
}

async function find(call: PageCall): Promise<Category | null> {
  if (call.params['id'] === 'new') return null
  const { items } = await call.run(listCategoriesForKeeping, {})
  const found = items.find((category) => category.id === call.params['id'])
  if (!found) throw refuse.notFound()
  return found
}

function inputOf(call: PageCall, fields: Fields) {
  const id = call.params['id']
  const words = (name: string) =>
    Object.fromEntries(
      LANGS.flatMap((lang) => (fields.get(`${name}.${lang}`) ? [[lang, fields.get(`${name}.${lang}`)]] : [])),
    )
  return {
    ...(id === 'new' ? {} : { id }),
    icon: fields.get('icon'),
    position: fields.optional('position') ?? 0,
    titles: words('titles'),
    descriptions: words('descriptions'),
  }
}
