import { fieldId } from './Field.tsx'

interface ProgressBarProps {
  label: string
  value: number
  max: number
  /** The figure in words: "38 of 120". */
  text?: string
}

/** How much of a piece of work is done. */
export function ProgressBar({ label, value, max, text }: ProgressBarProps) {
  const id = fieldId(`progress-${label}`)
  return (
    <div class="progress">
      <div class="row">
        <span id={id}>{label}</span>
        {text && <span class="num muted">{text}</span>}
      </div>
      <progress value={value} max={max} aria-labelledby={id} />
    </div>
  )
}
