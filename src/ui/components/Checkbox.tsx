import type { ComponentChildren, ComponentProps } from 'preact'
import type { Translate } from '../../kernel/text.ts'
import { classes } from '../classes.ts'
import { FieldError, fieldId } from './Field.tsx'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'label' | 'type' | 'name' | 'id' | 'role'> {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  id?: string
}

/** Yes or no. In a group, several may be chosen. */
export function Checkbox({ name, label, hint, id, value = 'on', ...rest }: CheckboxProps) {
  const own = id ?? (value === 'on' ? fieldId(name) : fieldId(`${name}-${String(value)}`))
  return (
    <div class="choice">
      <input
        {...rest}
        type="checkbox"
        id={own}
        name={name}
        value={value}
        aria-describedby={hint ? `${own}-hint` : undefined}
      />
      <label for={own}>{label}</label>
      {hint && (
        <p class="hint" id={`${own}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

interface SingleCheckboxProps extends CheckboxProps {
  t: Translate
  error?: string | null | undefined
}

/** A single yes that a form asks for, with its error. */
export function CheckboxField({ t, error, ...rest }: SingleCheckboxProps) {
  const id = rest.id ?? fieldId(rest.name)
  return (
    <div class={classes('field', error && 'has-error')}>
      {error && <FieldError t={t} id={`${id}-error`} text={error} />}
      <Checkbox {...rest} id={id} aria-invalid={error ? 'true' : undefined} />
    </div>
  )
}
