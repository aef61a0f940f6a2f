import { Icon } from './Icon.tsx'

/** One of the answers. */
export interface AnswerButton {
  value: string
  label: string
  hint?: string
}

interface AnswerButtonsProps {
  /** Field that carries the answer. */
  name: string
  /** Id of the question that they answer. */
  labelledBy: string
  answers: readonly AnswerButton[]
  lang?: string | undefined
}

/** One question, one tap: every answer is a button that sends the form. */
export function AnswerButtons({ name, labelledBy, answers, lang }: AnswerButtonsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would repeat the question, which is a heading of the page
    <div class="answer-buttons" role="group" aria-labelledby={labelledBy} lang={lang}>
      {answers.map(({ value, label, hint }) => (
        <button key={value} type="submit" name={name} value={value} class="answer-button">
          <span>
            {label}
            {hint && <span class="hint">{hint}</span>}
          </span>
          <Icon name="chevron-right" />
        </button>
      ))}
    </div>
  )
}
