import type { Translate } from '../../kernel/text.ts'
import { fieldId } from './Field.tsx'

/** One thing to mend. Without a field it concerns the form as a whole. */
export interface SummaryError {
  name?: string
  text: string
}

interface ErrorSummaryProps {
  t: Translate
  errors: readonly SummaryError[]
  /** Leaves the focus where it is: for showing it without a refused form. */
  quiet?: boolean
}

/** Everything to mend, on top of a refused form. Takes the focus when the page opens; nothing when there is nothing to mend. */
export function ErrorSummary({ t, errors, quiet }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    // A refused form must say so first (GOV.UK error summary)
    <div
      class="error-summary"
      role="alert"
      tabIndex={-1}
      autofocus={!quiet}
      data-takes-focus={quiet ? undefined : ''}
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{t('ui.errorSummary.title', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ name, text }) => (
          <li key={`${name} ${text}`}>{name ? <a href={`#${fieldId(name)}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}
