import type { ComponentChildren } from 'preact'
import type { Translate } from '../../kernel/text.ts'
import { classes } from '../classes.ts'
import { Checkbox } from './Checkbox.tsx'
import { fieldId } from './Field.tsx'
import { Fieldset } from './Fieldset.tsx'

/** One of the things to choose from, with room for a word of explanation. */
export interface Choice {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  disabled?: boolean
}

interface GroupProps {
  t: Translate
  name: string
  legend: ComponentChildren
  hint?: ComponentChildren
  error?: string | null | undefined
  optional?: boolean
  choices: readonly Choice[]
  /** Each choice in a box of its own: easier to hit on a phone. */
  boxed?: boolean
  asHeading?: boolean
}

/** Exactly one of a few. The error summary's link leads to the first choice. */
export function RadioGroup({ value, ...group }: GroupProps & { value?: string | null | undefined }) {
  const id = fieldId(group.name)
  return (
    <Fieldset {...group} id={id}>
      <div class={classes('choices', group.boxed && 'boxed')}>
        {group.choices.map((choice, index) => {
          const own = index === 0 ? id : `${id}-${index}`
          return (
            <div class="choice" key={choice.value}>
              <input
                type="radio"
                id={own}
                name={group.name}
                value={choice.value}
                checked={choice.value === value}
                disabled={choice.disabled}
                required={!group.optional}
                aria-describedby={choice.hint ? `${own}-hint` : undefined}
              />
              <label for={own}>{choice.label}</label>
              {choice.hint && (
                <p class="hint" id={`${own}-hint`}>
                  {choice.hint}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}

/** Any number of a few. */
export function CheckboxGroup({ values = [], ...group }: GroupProps & { values?: readonly string[] }) {
  const id = fieldId(group.name)
  return (
    <Fieldset {...group} id={id}>
      <div class={classes('choices', group.boxed && 'boxed')}>
        {group.choices.map((choice, index) => (
          <Checkbox
            key={choice.value}
            id={index === 0 ? id : `${id}-${index}`}
            name={group.name}
            value={choice.value}
            label={choice.label}
            hint={choice.hint}
            checked={values.includes(choice.value)}
            disabled={choice.disabled}
          />
        ))}
      </div>
    </Fieldset>
  )
}
