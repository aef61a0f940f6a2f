import type { LocalText } from '../../../../kernel/form/local-text.ts'
import { LANGS } from '../../../../kernel/lang.ts'
import { fieldId } from '../../../../ui/components/Field.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'

export const LANGUAGES = { de: 'Deutsch', en: 'English', el: 'Ελληνικά' } as const

interface TextsProps {
  call: PageCall
  form: ShownForm
  name: string
  legend: string
  hint?: string
  texts: LocalText | undefined
  optional?: boolean
  long?: boolean
}

/** A text in every language of the interface; the reader's first. */
export function TextsFields({ call, form, name, legend, hint, texts, optional, long }: TextsProps) {
  const Input = long ? TextArea : TextInput
  const langs = [call.lang, ...LANGS.filter((lang) => lang !== call.lang)]
  return (
    <Fieldset t={call.t} legend={legend} hint={hint} error={form.error(name)} optional={optional} id={fieldId(name)}>
      <div class="builder-texts">
        {langs.map((lang, n) => (
          <Input
            key={lang}
            {...form.field(`${name}.${lang}`, texts?.[lang])}
            id={n === 0 ? fieldId(name) : undefined}
            label={<span lang={lang}>{LANGUAGES[lang]}</span>}
            lang={lang}
            optional
            {...(long ? { rows: 2 } : {})}
          />
        ))}
      </div>
    </Fieldset>
  )
}
