import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { ICON_NAMES } from '../../../../ui/icon-names.ts'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import { listCategoriesForKeeping } from '../../operations/list-categories-for-keeping.ts'
import { listChoices } from '../../operations/list-choices.ts'
import { removeCategory } from '../../operations/remove-category.ts'
import { saveCategory } from '../../operations/save-category.ts'
import { indented, options } from './choices.ts'

type Category = z.output<typeof listCategoriesForKeeping.output>['items'][number]
const LIST = '/admin/categories'

/** A category, or a new one: what it is called in each language, where it is shown and to whom. */
export const categoryPage = definePage({
  path: '/admin/categories/:id',
  layout: 'admin',
  requires: 'knowledge.manage',
  async get(call) {
    const { t } = call
    const category = await find(call)
    const title = category ? (category.texts[call.lang]?.title ?? category.key) : t('knowledge.category.new')
    return {
      title,
      noIndex: true,
      breadcrumbs: [{ label: t('knowledge.nav.categories'), href: call.url(LIST) }, { label: title }],
      view: (
        <div class="narrow">
          <PageHead title={title} />
          <CategoryForm call={call} category={category} choices={await call.run(listChoices, {})} />
          {category && (
            <Disclosure title={t('knowledge.category.remove')} open={call.form?.action === 'remove'}>
              <form method="post" class="stack">
                <FormMessages t={t} form={shownForm(t, call.form, 'remove')} />
                <p>{t('knowledge.category.removeText')}</p>
                <Button look="danger" name="action" value="remove" icon="trash-2">
                  {t('knowledge.category.remove')}
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
      return goTo(call.url(LIST), 'knowledge.flash.category')
    },
    async remove(call) {
      await call.run(removeCategory, { id: call.params['id'] ?? '' })
      return goTo(call.url(LIST), 'knowledge.flash.categoryRemoved')
    },
  },
})

async function find(call: PageCall): Promise<Category | null> {
  const id = call.params['id']
  if (id === 'new') return null
  const { items } = await call.run(listCategoriesForKeeping, {})
  const found = items.find((category) => category.id === id)
  if (!found) throw refuse.notFound()
  return found
}

function inputOf(call: PageCall, fields: Fields) {
  const id = call.params['id']
  const audience = fields.get('audience')
  const text = (lang: string, name: string) => fields.get(`texts.${lang}.${name}`)
  return {
    ...(id === 'new' ? { parent: fields.optional('parent') ?? null } : { id }),
    icon: fields.get('icon'),
    position: fields.optional('position') ?? 0,
    audience: audience || null,
    portals: fields.all('portals'),
    texts: Object.fromEntries(
      LANGS.map((lang) => [
        lang,
        { title: text(lang, 'title'), description: text(lang, 'description'), slug: text(lang, 'slug') },
      ]),
    ),
  }
}

interface CategoryFormProps {
  call: PageCall
  category: Category | null
  choices: z.output<typeof listChoices.output>
}

function CategoryForm({ call, category, choices }: CategoryFormProps) {
  const { t } = call
  const form = shownForm(t, call.form, 'save')
  return (
    <form method="post" class="stack">
      <FormMessages t={t} form={form} />
      {LANGS.map((lang) => {
        const text = category?.texts[lang]
        return (
          <Fieldset key={lang} t={t} legend={t(`knowledge.lang.${lang}`)} asHeading>
            <TextInput
              {...form.field(`texts.${lang}.title`, text?.title)}
              label={t('knowledge.category.title')}
              width="full"
              lang={lang}
              optional
            />
            <TextInput
              {...form.field(`texts.${lang}.description`, text?.description)}
              label={t('knowledge.category.description')}
              width="full"
              lang={lang}
              optional
            />
            <TextInput
              {...form.field(`texts.${lang}.slug`, text?.slug)}
              label={t('knowledge.category.slug')}
              hint={t('knowledge.category.slugHint')}
              optional
            />
          </Fieldset>
        )
      })}
      {!category && (
        <Select
          {...form.field('parent')}
          label={t('knowledge.category.parent')}
          optional
          empty={t('knowledge.category.root')}
          options={indented(choices.categories)}
        />
      )}
      <Select
        {...form.field('icon', category?.icon ?? 'folder')}
        label={t('knowledge.category.icon')}
        options={ICON_NAMES.map((name) => ({ value: name, label: name }))}
      />
      <TextInput
        {...form.field('position', String(category?.position ?? 0))}
        type="number"
        min={0}
        label={t('knowledge.category.position')}
        hint={t('knowledge.category.positionHint')}
        width="short"
      />
      <Select
        {...form.field('audience', category?.audienceId)}
        label={t('knowledge.field.audience')}
        hint={t('knowledge.category.audienceHint')}
        optional
        empty={t('knowledge.audience.everyone')}
        options={options(choices.audiences)}
      />
      <CheckboxGroup
        t={t}
        name="portals"
        legend={t('knowledge.category.portals')}
        hint={t('knowledge.category.portalsHint')}
        choices={choices.portals.map(({ key, name }) => ({ value: key, label: name }))}
        values={form.values('portals', category?.portals)}
        error={form.error('portals')}
        optional
      />
      <FormActions>
        <Button look="primary" name="action" value="save">
          {t('knowledge.admin.save')}
        </Button>
      </FormActions>
    </form>
  )
}
