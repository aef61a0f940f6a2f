import type { ComponentChildren } from 'preact'
import type { Translate } from '../../kernel/text.ts'

/** A step of the way to an end. */
export interface Step {
  title: string
  note?: ComponentChildren
  state: 'done' | 'current' | 'ahead'
}

/** How far something is. */
export function Steps({ t, label, steps }: { t: Translate; label: string; steps: readonly Step[] }) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map(({ title, note, state }) => (
        <li key={title} class={state} aria-current={state === 'current' ? 'step' : undefined}>
          <b>
            {title}
            {state === 'done' && <span class="visually-hidden"> ({t('ui.steps.done')})</span>}
          </b>
          {note}
        </li>
      ))}
    </ol>
  )
}
