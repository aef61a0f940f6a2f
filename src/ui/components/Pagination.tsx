import type { Translate } from '../../kernel/text.ts'
import { LinkButton } from './Button.tsx'

interface PaginationProps {
  t: Translate
  /** Address of the page before, or of the beginning. */
  previous?: string | null | undefined
  next?: string | null | undefined
  /** In the middle: "21 to 40 of 318". */
  summary?: string
  previousLabel?: string
  nextLabel?: string
}

/** Leads through a long list, page by page. */
export function Pagination({ t, previous, next, summary, previousLabel, nextLabel }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav class="pagination" aria-label={t('ui.pagination.label')}>
      {previous ? (
        <LinkButton href={previous} icon="chevron-left" rel="prev">
          {previousLabel ?? t('ui.pagination.previous')}
        </LinkButton>
      ) : (
        <span />
      )}
      {summary && <span class="muted small">{summary}</span>}
      {next ? (
        <LinkButton href={next} rel="next">
          {nextLabel ?? t('ui.pagination.next')}
        </LinkButton>
      ) : (
        <span />
      )}
    </nav>
  )
}
