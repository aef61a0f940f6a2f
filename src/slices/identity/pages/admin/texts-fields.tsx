import { LANGS } from '../../../../kernel/lang.ts'
import { fieldId } from '../../../../ui/components/Field.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { Fields, PageCall } from '../../../../ui/page.ts'
import type { Texts } from '../../rules.ts'
import { LANGUAGE_NAMES } from '../account.tsx'
import type { FormShown } from '../form.tsx'

interface TextsFieldsProps {
  call: PageCall
  form: FormShown
  /** Base of the field names: `names` → `names.de`, `names.en`, `names.el`. */
  name: string
  legend: string
  texts: Texts
  optional?: boolean
  long?: boolean
  /** Makes the ids differ where a page has this field in several forms. */
  suffix?: string
}

/** A text in every language of the interface. */
export function TextsFields({ call, form, name, legend, texts, optional, long, suffix = '' }: TextsFieldsProps) {
  const Input = long ? TextArea : TextInput
  return (
    <Fieldset t={call.t} legend={legend} error={form.error(name)} id={`f-${name}${suffix}`} optional={optional}>
      {LANGS.map((lang, n) => (
        <Input
          key={lang}
          t={call.t}
          name={`${name}.${lang}`}
          // An error of the whole group leads to its first field.
          id={fieldId(n === 0 && form.error(name) ? name : `${name}.${lang}`) + suffix}
          label={<span lang={lang}>{LANGUAGE_NAMES[lang]}</span>}
          lang={lang}
          required={false}
          value={form.value(`${name}.${lang}`, texts[lang])}
          error={form.error(`${name}.${lang}`)}
        />
      ))}
    </Fieldset>
  )
}

/** The texts of such fields; empty ones are left out. */
export function textsOf(fields: Fields, name: string): Texts {
  const entries = LANGS.map((lang) => [lang, fields.get(`${name}.${lang}`).trim()] as const)
  return Object.fromEntries(entries.filter(([, text]) => text !== ''))
}
