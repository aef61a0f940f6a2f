import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

interface DisclosureProps {
  title: ComponentChildren
  open?: boolean
  /** Disclosures of one name close each other. */
  name?: string
  children: ComponentChildren
}

/** Something that not everybody needs, behind its title. */
export function Disclosure({ title, open, name, children }: DisclosureProps) {
  return (
    <details class="disclosure" open={open} name={name}>
      <summary>
        <span>{title}</span>
        <Icon name="chevron-down" />
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  )
}
