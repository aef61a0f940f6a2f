import type { ComponentProps } from 'preact'
import { Field, type FieldProps, tie } from './Field.tsx'

interface DateInputProps
  extends FieldProps,
    Omit<ComponentProps<'input'>, keyof FieldProps | 'value' | 'type' | 'size' | 'role'> {
  /** `2026-11-25`, with time `2026-11-25T18:42`. */
  value?: string | null | undefined
  withTime?: boolean
  hideLabel?: boolean
}

/** A day, or a day and a time, by the browser's own calendar. */
export function DateInput(props: DateInputProps) {
  const { t, name, label, hint, error, optional, id, value, withTime, hideLabel, class: _own, ...rest } = props
  return (
    <Field t={t} name={name} label={label} hint={hint} error={error} optional={optional} id={id} hideLabel={hideLabel}>
      <input
        {...rest}
        {...tie(props)}
        type={withTime ? 'datetime-local' : 'date'}
        value={value ?? undefined}
        class="input medium"
      />
    </Field>
  )
}
