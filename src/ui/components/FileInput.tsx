import type { ComponentProps } from 'preact'
import { Field, type FieldProps, tie } from './Field.tsx'

/** Files to upload. The hint should name kinds and the largest size. */
export function FileInput(
  props: FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps | 'value' | 'type' | 'size' | 'role'>,
) {
  const { t, name, label, hint, error, optional, id, class: _own, ...rest } = props
  return (
    <Field t={t} name={name} label={label} hint={hint} error={error} optional={optional} id={id}>
      <input {...rest} {...tie(props)} type="file" class="input" />
    </Field>
  )
}
