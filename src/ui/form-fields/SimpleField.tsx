import type { JSX } from 'preact'
import type { Answer, FormContext } from '../../kernel/form/answers.ts'
import type { Column, Field } from '../../kernel/form/definition.ts'
import type { FormLists } from '../../kernel/form/lists.ts'
import { inLang, type LocalText, langOf } from '../../kernel/form/local-text.ts'
import { dayOf } from '../../kernel/form/value-rules.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Translate } from '../../kernel/text.ts'
import { DateInput } from '../components/DateInput.tsx'
import { LangFragment } from '../components/LangFragment.tsx'
import { Select } from '../components/Select.tsx'
import { TextInput } from '../components/TextInput.tsx'

/** What every field is shown with. */
export interface FieldParts {
  t: Translate
  lang: Lang
  context: FormContext
  errorOf: (name: string) => string | null
  lists: FormLists
}

interface SimpleProps extends FieldParts {
  name: string
  label: JSX.Element | string
  hint?: JSX.Element | string | undefined
  optional?: boolean
  hideLabel?: boolean
  field: Field | Column
  value: string | number | boolean | undefined
}

const INPUT_TYPES = { plain: 'text', email: 'email', phone: 'tel', url: 'url' } as const

/** A field of one input: alone, or in the row of a table. */
export function SimpleField({
  t,
  lang,
  context,
  errorOf,
  name,
  label,
  hint,
  optional,
  hideLabel,
  field,
  value,
}: SimpleProps): JSX.Element {
  const shared = {
    t,
    name,
    label,
    hint,
    error: errorOf(name),
    optional: optional ?? false,
    hideLabel: hideLabel ?? false,
  }
  switch (field.type) {
    case 'number':
      return (
        <TextInput
          {...shared}
          type="number"
          inputMode={field.step !== undefined && Number.isInteger(field.step) ? 'numeric' : 'decimal'}
          value={text(value)}
          min={field.min}
          max={field.max}
          step={field.step ?? 'any'}
          affix={field.unit}
          width="short"
        />
      )
    case 'date':
      return (
        <DateInput
          {...shared}
          value={text(value)}
          min={field.min && dayOf(field.min, context.today)}
          max={field.max && dayOf(field.max, context.today)}
        />
      )
    case 'choice':
      return (
        <Select
          {...shared}
          value={text(value)}
          empty={t('ui.form.choose')}
          width="medium"
          options={field.options.map((option) => ({ value: option.value, label: inLang(option.label, lang) }))}
        />
      )
    case 'yesNo':
      return (
        <Select
          {...shared}
          value={value === undefined ? '' : value === true ? 'yes' : 'no'}
          empty={t('ui.form.choose')}
          width="short"
          options={[
            { value: 'yes', label: t('ui.form.yes') },
            { value: 'no', label: t('ui.form.no') },
          ]}
        />
      )
    default: {
      const own = field.type === 'text' ? field : null
      return (
        <TextInput
          {...shared}
          type={INPUT_TYPES[own?.format ?? 'plain']}
          value={text(value)}
          maxLength={own?.maxLength ?? 200}
          autocomplete={own && 'prefill' in own ? AUTOCOMPLETE[String(own.prefill)] : undefined}
        />
      )
    }
  }
}

const AUTOCOMPLETE: Record<string, 'name' | 'email' | 'organization'> = {
  name: 'name',
  email: 'email',
  organisation: 'organization',
}

export function sayings(t: Translate, lang: Lang) {
  return { lang, yes: t('ui.form.yes'), no: t('ui.form.no') }
}

/** Words of a form in the reader's language, or marked as being in another. */
export function words(t: Translate, lang: Lang, local: LocalText): JSX.Element | string {
  const own = langOf(local, lang)
  return own === lang ? (
    inLang(local, lang)
  ) : (
    <LangFragment t={t} page={lang} lang={own}>
      {inLang(local, lang)}
    </LangFragment>
  )
}

/** An answer as the value of an input. */
export function text(value: Answer | undefined): string {
  return value === undefined || typeof value === 'object' ? '' : String(value)
}
