import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

/** The date that we said, the largest fact of a request; with the reason when it moved. */
export function PromisedDate({ title, children }: { title: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="promise">
      <Icon name="calendar-check" />
      <p class="promise-date">{title}</p>
      {children && <p class="muted small">{children}</p>}
    </div>
  )
}
