import type { ComponentChildren } from 'preact'
import type { Translate } from '../../kernel/text.ts'
import { classes } from '../classes.ts'
import { FieldError } from './Field.tsx'

interface FieldsetProps {
  t: Translate
  legend: ComponentChildren
  hint?: ComponentChildren
  error?: string | null | undefined
  optional?: boolean | undefined
  /** Stands out like a heading: a part of a long form. */
  asHeading?: boolean
  /** Base of the ids of hint and error. */
  id?: string
  children: ComponentChildren
}

/** Fields that belong together, under one question. */
export function Fieldset({ t, legend, hint, error, optional, asHeading, id, children }: FieldsetProps) {
  const described = id ? classes(hint && `${id}-hint`, error && `${id}-error`) : ''
  return (
    <fieldset class={classes('fieldset', error && 'has-error')} aria-describedby={described || undefined}>
      <legend class={asHeading ? 'as-heading' : undefined}>
        {legend}
        {optional && <span class="optional"> {t('ui.field.optional')}</span>}
      </legend>
      {hint && (
        <p class="hint" id={id && `${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError t={t} id={`${id ?? 'group'}-error`} text={error} />}
      {children}
    </fieldset>
  )
}
