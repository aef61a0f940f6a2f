import type { JSX } from 'preact'
import type { Answer } from '../../kernel/form/answers.ts'
import type { FieldOf } from '../../kernel/form/definition.ts'
import { fieldId } from '../components/Field.tsx'
import { Fieldset } from '../components/Fieldset.tsx'
import { Select } from '../components/Select.tsx'
import { TextInput } from '../components/TextInput.tsx'
import type { FieldParts } from './SimpleField.tsx'

interface AddressProps extends FieldParts {
  name: string
  label: JSX.Element | string
  hint?: JSX.Element | string | undefined
  optional: boolean
  field: FieldOf<'address'>
  value: Answer | undefined
}

/** Street, number, postal code, town and country. */
export function AddressField({ t, lang, errorOf, name, label, hint, optional, field, value }: AddressProps) {
  const given = (typeof value === 'object' && !Array.isArray(value) ? value : {}) as Record<string, unknown>
  const part = (of: string) => ({
    t,
    name: `${name}.${of}`,
    value: typeof given[of] === 'string' ? given[of] : '',
    error: errorOf(`${name}.${of}`),
  })
  const names = new Intl.DisplayNames([lang], { type: 'region' })
  return (
    <Fieldset t={t} legend={label} hint={hint} optional={optional} error={errorOf(name)} id={fieldId(name)}>
      <div class="form-line">
        <TextInput
          {...part('street')}
          id={fieldId(name)}
          label={t('ui.form.address.street')}
          autocomplete="address-line1"
          maxLength={100}
        />
        <TextInput {...part('number')} label={t('ui.form.address.number')} width="short" optional maxLength={20} />
      </div>
      <div class="form-line reversed">
        <TextInput
          {...part('postalCode')}
          label={t('ui.form.address.postalCode')}
          width="short"
          autocomplete="postal-code"
          maxLength={12}
        />
        <TextInput {...part('town')} label={t('ui.form.address.town')} autocomplete="address-level2" maxLength={100} />
      </div>
      {field.countries.length === 1 ? (
        <input type="hidden" name={`${name}.country`} value={field.countries[0]} />
      ) : (
        <Select
          {...part('country')}
          value={(given['country'] as string | undefined) ?? field.countries[0]}
          label={t('ui.form.address.country')}
          autocomplete="country"
          width="medium"
          options={field.countries.map((code) => ({ value: code, label: names.of(code) ?? code }))}
        />
      )}
    </Fieldset>
  )
}
