import type { ComponentProps } from 'preact'
import { classes } from '../classes.ts'
import { Field, type FieldProps, tie } from './Field.tsx'

interface TextAreaProps extends FieldProps, Omit<ComponentProps<'textarea'>, keyof FieldProps | 'value'> {
  value?: string | null | undefined
  hideLabel?: boolean
  /** For long texts such as an article's Markdown. */
  tall?: boolean
}

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { t, name, label, hint, error, optional, id, hideLabel, tall, value, class: own, ...rest } = props
  return (
    <Field t={t} name={name} label={label} hint={hint} error={error} optional={optional} id={id} hideLabel={hideLabel}>
      <textarea rows={5} {...rest} {...tie(props)} class={classes('input', tall && 'tall', own)} value={value ?? ''} />
    </Field>
  )
}
