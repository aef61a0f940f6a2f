import type { ComponentChildren, ComponentProps } from 'preact'
import { classes } from '../classes.ts'
import { Field, type FieldProps, tie } from './Field.tsx'

type Own = Omit<ComponentProps<'input'>, keyof FieldProps | 'size' | 'value' | 'type' | 'role'>

interface TextInputProps extends FieldProps, Own {
  type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'number'
    | 'password'
    | 'search'
    | 'color'
    | 'time'
    | 'datetime-local'
    | 'month'
  value?: string | number | null | undefined
  /** As wide as what is expected: 9 rem, 18 rem, or all. */
  width?: 'short' | 'medium' | 'full'
  /** Unit or ending behind the input, e.g. `kWh`. */
  affix?: ComponentChildren
  hideLabel?: boolean
}

/** One line of text, with label, hint and error. */
export function TextInput(props: TextInputProps) {
  const {
    t,
    name,
    label,
    hint,
    error,
    optional,
    id,
    hideLabel,
    width,
    affix,
    type = 'text',
    value,
    class: own,
    ...rest
  } = props
  const input = (
    <input
      {...rest}
      {...tie(props)}
      // Preact types the attributes per kind of input; which kind it is, is only known here at run time.
      type={type as 'text'}
      value={value ?? undefined}
      class={classes('input', width !== 'full' && width, own)}
    />
  )
  return (
    <Field t={t} name={name} label={label} hint={hint} error={error} optional={optional} id={id} hideLabel={hideLabel}>
      {affix ? (
        <div class="affix">
          {input}
          <span>{affix}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  )
}
