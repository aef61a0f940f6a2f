import type { JSX } from 'preact'
import type { FieldOf } from '../../kernel/form/definition.ts'
import { Button } from '../components/Button.tsx'
import { Select } from '../components/Select.tsx'
import { TextInput } from '../components/TextInput.tsx'
import type { FieldParts } from './SimpleField.tsx'

interface PickProps extends FieldParts {
  name: string
  label: JSX.Element | string
  hint?: JSX.Element | string | undefined
  optional: boolean
  field: FieldOf<'person'> | FieldOf<'asset'> | FieldOf<'account'>
  value: string
}

/** A person, an asset, or an account or contract of one's own. Many are searched first; where nobody knows the assets, they are typed. */
export function PickField({ t, errorOf, lists, name, label, hint, optional, field, value }: PickProps) {
  const list = lists.choices[field.key]
  const shared = { t, name, label, hint, error: errorOf(name), optional }
  if (!list || (list.choices.length === 0 && !list.more && list.search === '' && field.type !== 'person'))
    return <TextInput {...shared} value={value} maxLength={200} width="medium" />
  const select = (
    <Select
      {...shared}
      value={value}
      empty={list.choices.length === 0 ? t('ui.form.pick.none') : t('ui.form.choose')}
      options={list.choices.map((one) => ({
        value: one.value,
        label: one.hint ? `${one.label} – ${one.hint}` : one.label,
      }))}
    />
  )
  if (!list.more && list.search === '') return select
  return (
    <div class="stack tight">
      {select}
      <div class="form inline">
        <TextInput
          t={t}
          name={`${name}.search`}
          value={list.search}
          type="search"
          label={t(list.more ? 'ui.form.pick.more' : 'ui.form.pick.search')}
          optional
        />
        <Button name={`${name}.find`} value="1" icon="search">
          {t('ui.search.findShort')}
        </Button>
      </div>
    </div>
  )
}
