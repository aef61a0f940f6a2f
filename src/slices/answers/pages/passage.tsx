import type { HitView } from '../hit-view.ts'
import { Marked } from './Marked.tsx'

/** As long as passages may be cut in the middle of a word. */
const CUT_FROM = 230

/** A heading that ends by itself; a Greek question ends with what looks like a semicolon. */
const ENDED = /[?!.:…;\u037e]$/

/** A quoted passage, with the heading that it stands under. */
export function Passage({
  passage,
  title,
  lang,
}: {
  passage: HitView['passages'][number]
  title: string
  lang: string | undefined
}) {
  const { heading } = passage
  return (
    <p class="passage" lang={lang}>
      {heading && heading !== title && <b>{ENDED.test(heading) ? heading : `${heading}:`} </b>}
      <Marked {...quoted(passage)} />
    </p>
  )
}

/** A passage that ends before its sentence does is cut after a whole word, and says so. */
function quoted({ text: whole, marks }: HitView['passages'][number]) {
  // Without a match it is how the text begins: its summary.
  const text = marks.length > 0 ? whole : (whole.split('\n', 1)[0] ?? '')
  if (/[\p{P}\p{S}]\s*$/u.test(text)) return { text, marks }
  const end = text.length < CUT_FROM ? text.length : text.lastIndexOf(' ')
  const kept = marks.filter(([, markEnd]) => markEnd <= end)
  return { text: `${text.slice(0, end).replace(/[\s·,;:–-]+$/u, '')} …`, marks: kept }
}

/** Address of what was found; a page of a document marks the words that led to it. */
export function placeOf({ url, page }: HitView, question: string): string {
  if (page === null) return url
  return `${url}${url.includes('?') ? '&' : '?'}q=${encodeURIComponent(question)}`
}
