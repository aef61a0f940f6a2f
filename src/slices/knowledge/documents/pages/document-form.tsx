import { LANGS } from '../../../../kernel/lang.ts'
import type { Translate } from '../../../../kernel/text.ts'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { FileInput } from '../../../../ui/components/FileInput.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { Fields, PageCall } from '../../../../ui/page.ts'
import { listChoices } from '../../operations/list-choices.ts'
import { indented, options } from '../../pages/admin/choices.ts'

/** What one can choose from in the form of a document, whatever portal one is in oneself. */
export async function choicesFor(call: Pick<PageCall, 'run'>) {
  const { categories, audiences, portals } = await call.run(listChoices, {})
  return {
    categories: indented(categories),
    audiences: options(audiences),
    portals: portals.map(({ key, name }) => ({ value: key, label: name })),
  }
}

interface DocumentFieldsProps {
  t: Translate
  form: ShownForm
  choices: Awaited<ReturnType<typeof choicesFor>>
  initial: {
    lang: string
    title?: string
    description?: string
    categoryId?: string | null
    audienceId?: string | null
    portals?: string[]
  }
  isNew: boolean
}

/** The fields of a document, for adding and changing it. */
export function DocumentFields({ t, form, choices, initial, isNew }: DocumentFieldsProps) {
  return (
    <>
      <FileInput
        {...form.field('file')}
        error={form.error('file') ?? form.error('fileId')}
        label={t(isNew ? 'knowledge.documents.file' : 'knowledge.documents.otherFile')}
        hint={t('knowledge.documents.fileHint')}
        accept=".pdf,.docx,.odt"
        optional={!isNew}
      />
      <TextInput {...form.field('title', initial.title)} label={t('knowledge.documents.title')} maxLength={200} />
      <TextArea
        {...form.field('description', initial.description)}
        label={t('knowledge.documents.description')}
        optional
        rows={3}
      />
      <Select
        {...form.field('lang', initial.lang)}
        label={t('knowledge.documents.lang')}
        options={LANGS.map((lang) => ({ value: lang, label: t(`knowledge.documents.lang.${lang}`) }))}
        width="medium"
      />
      <Select
        {...form.field('categoryId', initial.categoryId)}
        label={t('knowledge.documents.category')}
        options={choices.categories}
        empty={t('knowledge.documents.noCategory')}
        optional
      />
      <Select
        {...form.field('audienceId', initial.audienceId)}
        label={t('knowledge.documents.audience')}
        hint={t('knowledge.documents.audienceHint')}
        options={choices.audiences}
        empty={t('knowledge.documents.everybody')}
        optional
      />
      <CheckboxGroup
        t={t}
        name="portals"
        legend={t('knowledge.category.portals')}
        hint={t('knowledge.category.portalsHint')}
        choices={choices.portals}
        values={form.values('portals', initial.portals)}
        error={form.error('portals')}
        optional
      />
    </>
  )
}

/** The fields as the operations take them. */
export function inputOf(fields: Fields) {
  return {
    lang: fields.get('lang') as 'de',
    title: fields.get('title'),
    description: fields.get('description'),
    categoryId: fields.optional('categoryId') ?? null,
    audienceId: fields.optional('audienceId') ?? null,
    portals: fields.all('portals'),
  }
}
