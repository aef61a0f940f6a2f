import { isLang } from '../../../kernel/lang.ts'
import { LangLabel } from '../../../ui/components/LangFragment.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import type { PageCall } from '../../../ui/page.ts'
import type { HitView } from '../found.ts'
import { kindName } from './kind-name.ts'
import { Marked } from './Marked.tsx'

/** Characters of a passage that is too little for an answer. */
const SHORT = 90

interface ResultProps {
  call: PageCall
  hit: HitView
  question: string
  /** The first one, sure enough to be the answer: its passage is set large. */
  best: boolean
  /** For editors: leads to "why is this here?". */
  explainUrl: string | null
}

/** One thing found: what it is, where, and the passages that match. */
export function Result({ call, hit, question, best, explainUrl }: ResultProps) {
  const { t, lang, portal } = call
  const foreign = hit.lang === lang ? undefined : hit.lang
  // The best one is set large: one passage, or two when the first is but a line.
  const passages = hit.passages.slice(0, best && hit.excerpt.length < SHORT ? 2 : 1)
  return (
    <article class={best ? 'result best' : 'result'} data-result>
      <p class="meta">
        <Tag tone={best ? 'accent' : 'plain'}>{best ? t('answers.search.best') : kindName(t, hit.kind)}</Tag>
        {best && <span>{kindName(t, hit.kind)}</span>}
        {hit.page !== null && <span>{t('answers.search.page', { page: hit.page })}</span>}
        {foreign && isLang(foreign) && <LangLabel t={t} page={lang} lang={foreign} />}
      </p>
      <h2>
        <a href={portal.base + placeIn(hit, question)} lang={foreign}>
          <Marked text={hit.title} marks={hit.titleMarks} />
        </a>
      </h2>
      {passages.map((passage) => (
        <p class="passage" key={passage.text} lang={foreign}>
          {passage.heading && passage.heading !== hit.title && (
            <b>{/[?!.:…]$/.test(passage.heading) ? passage.heading : `${passage.heading}:`} </b>
          )}
          <Marked {...quoted(passage)} />
        </p>
      ))}
      {(hit.more > 0 || hit.matchedLang !== null || explainUrl) && (
        <p class="meta">
          {hit.more > 0 && <span>{t('answers.search.more', { count: hit.more })}</span>}
          {hit.matchedLang !== null && hit.matchedLang !== hit.lang && isLang(hit.matchedLang) && (
            <span>{t('answers.search.throughTranslation', { language: t(`ui.inLanguage.${hit.matchedLang}`) })}</span>
          )}
          {explainUrl && (
            <a class="above" href={explainUrl}>
              {t('answers.explain.link')}
            </a>
          )}
        </p>
      )}
    </article>
  )
}

/** A page of a document marks the words that led to it. */
function placeIn({ url, page }: HitView, question: string): string {
  if (page === null) return url
  return `${url}${url.includes('?') ? '&' : '?'}q=${encodeURIComponent(question)}`
}

/** As long as passages may be cut in the middle of a word. */
const CUT_FROM = 230

/** A passage that ends before its sentence does is cut after a whole word, and says so. */
function quoted(passage: HitView['passages'][number]) {
  const { marks } = passage
  // Without a match it is how the text begins: its summary.
  const text = marks.length > 0 ? passage.text : (passage.text.split('\n', 1)[0] ?? '')
  if (/[\p{P}\p{S}]\s*$/u.test(text)) return { text, marks }
  const end = text.length < CUT_FROM ? text.length : text.lastIndexOf(' ')
  const kept = marks.filter(([, markEnd]) => markEnd <= end)
  return { text: `${text.slice(0, end).replace(/[\s·,;:–-]+$/u, '')} …`, marks: kept }
}
