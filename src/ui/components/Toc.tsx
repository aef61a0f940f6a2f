import type { Translate } from '../../kernel/text.ts'
import { Icon } from './Icon.tsx'

/** A heading of a text. */
export interface TocEntry {
  id: string
  title: string
  children?: readonly TocEntry[]
}

interface TocProps {
  t: Translate
  entries: readonly TocEntry[]
  folded?: boolean
  /** "On this page", unless said otherwise. */
  label?: string
}

/** The contents of a long text. `folded` for narrow pages: closed at first. */
export function Toc({ t, entries, folded, label = t('ui.toc') }: TocProps) {
  if (entries.length < 2) return null
  if (folded)
    return (
      <nav class="toc" aria-label={label}>
        <details class="disclosure">
          <summary>
            {label}
            <Icon name="chevron-down" />
          </summary>
          <div class="disclosure-body">{listOf(entries)}</div>
        </details>
      </nav>
    )
  return (
    <nav class="toc" aria-label={label} data-toc>
      <h2>{label}</h2>
      {listOf(entries)}
    </nav>
  )
}

function listOf(entries: readonly TocEntry[]) {
  return (
    <ol>
      {entries.map(({ id, title, children }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
          {children && children.length > 0 && listOf(children)}
        </li>
      ))}
    </ol>
  )
}
