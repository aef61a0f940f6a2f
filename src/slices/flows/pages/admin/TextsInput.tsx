import { LANGS, type Lang } from '../../../../kernel/lang.ts'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { Fields, PageCall } from '../../../../ui/page.ts'

type Texts = Partial<Record<Lang, string>>

interface TextsInputProps {
  call: PageCall
  form: ShownForm
  /** Path of the field in the operation's input; the languages are below it. */
  name: string
  legend: string
  hint?: string
  texts: Texts
  rows?: number
  maxLength?: number
}

/** One text in the languages of the interface, beside each other. */
export function TextsInput({ call, form, name, legend, hint, texts, rows, maxLength }: TextsInputProps) {
  const { t } = call
  return (
    <Fieldset t={t} legend={legend} {...(hint ? { hint, id: `g-${name.replace(/[^\w-]/g, '-')}` } : {})}>
      <div class="flow-langs">
        {LANGS.map((lang) => {
          const shared = {
            ...form.field(`${name}.${lang}`, texts[lang]),
            label: t(`knowledge.lang.${lang}`),
            lang,
            required: false,
            maxLength,
          }
          return rows ? (
            <TextArea key={lang} {...shared} rows={rows} />
          ) : (
            <TextInput key={lang} {...shared} width="full" />
          )
        })}
      </div>
    </Fieldset>
  )
}

/** What was typed into a {@link TextsInput}. */
export function textsOf(fields: Fields, name: string): Texts {
  return Object.fromEntries(
    LANGS.flatMap((lang) => (fields.get(`${name}.${lang}`).trim() ? [[lang, fields.get(`${name}.${lang}`)]] : [])),
  )
}
