import type { ComponentProps } from 'preact'
import { classes } from '../classes.ts'
import { Field, type FieldProps, tie } from './Field.tsx'

/** One of the things to choose from. */
export interface Option {
  value: string
  label: string
  disabled?: boolean
}

interface SelectProps extends FieldProps, Omit<ComponentProps<'select'>, keyof FieldProps | 'value' | 'size' | 'role'> {
  /** Options, or groups of them. */
  options: readonly (Option | { group: string; options: readonly Option[] })[]
  value?: string | null | undefined
  /** First, empty option: "please choose", "all". */
  empty?: string
  width?: 'short' | 'medium' | 'full'
  hideLabel?: boolean
}

/** One of many. With seven or fewer, `RadioGroup` is easier to use. */
export function Select(props: SelectProps) {
  const {
    t,
    name,
    label,
    hint,
    error,
    optional,
    id,
    hideLabel,
    options,
    value,
    empty,
    width,
    class: own,
    ...rest
  } = props
  return (
    <Field t={t} name={name} label={label} hint={hint} error={error} optional={optional} id={id} hideLabel={hideLabel}>
      <select {...rest} {...tie(props)} class={classes('input', width !== 'full' && width, own)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) =>
          'group' in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map((inner) => optionOf(inner, value))}
            </optgroup>
          ) : (
            optionOf(option, value)
          ),
        )}
      </select>
    </Field>
  )
}

function optionOf(option: Option, value: string | null | undefined) {
  return (
    <option key={option.value} value={option.value} selected={option.value === value} disabled={option.disabled}>
      {option.label}
    </option>
  )
}
