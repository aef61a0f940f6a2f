import type { JSX } from 'preact'
import type { Answer, Row } from '../../kernel/form/answers.ts'
import type { Field } from '../../kernel/form/definition.ts'
import { inLang, type LocalText } from '../../kernel/form/local-text.ts'
import { inputName } from '../../kernel/form/read-answers.ts'
import { sayComputed } from '../../kernel/form/say-answer.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Translate } from '../../kernel/text.ts'
import { CheckboxField } from '../components/Checkbox.tsx'
import { CheckboxGroup, RadioGroup } from '../components/ChoiceGroup.tsx'
import { fieldId } from '../components/Field.tsx'
import { TextArea } from '../components/TextArea.tsx'
import { AddressField } from './AddressField.tsx'
import { FilesField } from './FilesField.tsx'
import { PickField } from './PickField.tsx'
import { type FieldParts, SimpleField, sayings, text, words } from './SimpleField.tsx'
import { TableField } from './TableField.tsx'

/** More options than this are a list to open. */
const MOST_RADIOS = 7

/** A field of a form with what was answered. */
export function FieldView({
  field,
  value,
  ...parts
}: FieldParts & { field: Field; value: Answer | undefined }): JSX.Element {
  const { t, lang, errorOf } = parts
  const name = inputName(field.key)
  const shared = {
    t,
    name,
    label: words(t, lang, field.label),
    hint: field.hint && words(t, lang, field.hint),
    error: errorOf(name),
    optional: 'required' in field && !field.required,
  }
  switch (field.type) {
    case 'note':
      return (
        <section class="form-note" aria-labelledby={`${fieldId(name)}-title`}>
          <h3 id={`${fieldId(name)}-title`}>{shared.label}</h3>
          {field.hint &&
            inLang(field.hint, lang)
              .split(/\n{2,}/)
              .map((text) => <p key={text}>{text}</p>)}
        </section>
      )
    case 'computed': {
      const said = value === undefined ? t('ui.form.notYet') : sayComputed(field, value, sayings(t, lang))
      return (
        <div class="field form-computed">
          <span class="form-computed-label" id={`${fieldId(name)}-label`}>
            {shared.label}
          </span>
          {shared.hint && <p class="hint">{shared.hint}</p>}
          <output data-computed={field.key} aria-labelledby={`${fieldId(name)}-label`}>
            {said}
          </output>
        </div>
      )
    }
    case 'longText':
      return <TextArea {...shared} value={text(value)} maxLength={field.maxLength} />
    case 'choice':
      if (field.many)
        return (
          <CheckboxGroup
            {...shared}
            legend={shared.label}
            choices={choicesOf(field.options, t, lang)}
            values={Array.isArray(value) ? (value as string[]) : []}
          />
        )
      if (field.options.length <= MOST_RADIOS)
        return (
          <RadioGroup
            {...shared}
            legend={shared.label}
            choices={choicesOf(field.options, t, lang)}
            value={text(value)}
            boxed={field.options.some((option) => option.hint)}
          />
        )
      return <SimpleField {...parts} {...shared} field={field} value={value as string | undefined} />
    case 'yesNo':
      if (field.mustBeYes)
        return (
          <CheckboxField
            t={t}
            name={name}
            value="yes"
            id={fieldId(name)}
            label={shared.label}
            hint={shared.hint}
            error={shared.error}
            checked={value === true}
            required
          />
        )
      return (
        <RadioGroup
          {...shared}
          legend={shared.label}
          value={value === undefined ? null : value === true ? 'yes' : 'no'}
          choices={[
            { value: 'yes', label: t('ui.form.yes') },
            { value: 'no', label: t('ui.form.no') },
          ]}
        />
      )
    case 'file':
      return <FilesField {...parts} {...shared} field={field} ids={Array.isArray(value) ? (value as string[]) : []} />
    case 'person':
    case 'asset':
    case 'account':
      return <PickField {...parts} {...shared} field={field} value={text(value)} />
    case 'address':
      return <AddressField {...parts} {...shared} field={field} value={value} />
    case 'table':
      return <TableField {...parts} {...shared} field={field} rows={Array.isArray(value) ? (value as Row[]) : []} />
    default:
      return <SimpleField {...parts} {...shared} field={field} value={value as string | number | undefined} />
  }
}

function choicesOf(
  options: readonly { value: string; label: LocalText; hint?: LocalText | undefined }[],
  t: Translate,
  lang: Lang,
) {
  return options.map((option) => ({
    value: option.value,
    label: words(t, lang, option.label),
    hint: option.hint && words(t, lang, option.hint),
  }))
}
