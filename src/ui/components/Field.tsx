import type { ComponentChildren } from 'preact'
import type { Translate } from '../../kernel/text.ts'
import { classes } from '../classes.ts'
import { Icon } from './Icon.tsx'

/** What every field has. */
export interface FieldProps {
  t: Translate
  name: string
  label: ComponentChildren
  /** Stands below the label: what to write, and where to find it. */
  hint?: ComponentChildren
  /** What to mend; beside the field and in the error summary. */
  error?: string | null | undefined
  /** Fields are required unless said otherwise; optional ones say so in their label. */
  optional?: boolean | undefined
  /** When the same name occurs twice on a page. */
  id?: string | undefined
}

/** Attributes that tie an input to its label, hint and error. */
export interface Tied {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  required: boolean | undefined
}

/** The id of a field's input; error summaries link to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w-]/g, '-')}`
}

/** Attributes for the input of a field. */
export function tie({ name, id = fieldId(name), hint, error, optional }: Omit<FieldProps, 't' | 'label'>): Tied {
  const described = classes(hint && `${id}-hint`, error && `${id}-error`)
  return {
    id,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? 'true' : undefined,
    required: optional ? undefined : true,
  }
}

/** Label, hint, error and, between them, the input. */
export function Field(props: FieldProps & { children: ComponentChildren; hideLabel?: boolean | undefined }) {
  const { t, label, hint, error, optional, hideLabel, children } = props
  const { id } = tie(props)
  return (
    <div class={classes('field', error && 'has-error')}>
      <label for={id} class={hideLabel ? 'visually-hidden' : undefined}>
        {label}
        {optional && <span class="optional"> {t('ui.field.optional')}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError t={t} id={`${id}-error`} text={error} />}
      {children}
    </div>
  )
}

/** The message of a field that must be mended. */
export function FieldError({ t, id, text }: { t: Translate; id: string; text: string }) {
  return (
    <p class="field-error" id={id}>
      <Icon name="circle-alert" />
      <span>
        <span class="visually-hidden">{t('ui.field.error')} </span>
        {text}
      </span>
    </p>
  )
}
