import { isLang } from '../../../kernel/lang.ts'
import { LangLabel } from '../../../ui/components/LangFragment.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import type { PageCall } from '../../../ui/page.ts'
import type { HitView } from '../hit-view.ts'
import { kindName } from './kind-name.ts'
import { Marked } from './Marked.tsx'
import { Passage, placeOf } from './passage.tsx'

interface ResultProps {
  call: PageCall
  hit: HitView
  question: string
  /** For editors: leads to "why is this here?". */
  explainUrl: string | null
}

/** One thing found: what it is, where, and the passage that matches. */
export function Result({ call, hit, question, explainUrl }: ResultProps) {
  const { t, lang, portal } = call
  const foreign = hit.lang === lang ? undefined : hit.lang
  return (
    <article class="result" data-result={hit.id}>
      <p class="meta">
        <Tag>{hit.kindName ?? kindName(t, hit.kind)}</Tag>
        {hit.page !== null && <span>{t('answers.search.page', { page: hit.page })}</span>}
        {hit.audience && <Tag icon="lock">{hit.audience}</Tag>}
        {foreign && isLang(foreign) && <LangLabel t={t} page={lang} lang={foreign} />}
      </p>
      <h3>
        <a href={portal.base + placeOf(hit, question)} lang={foreign}>
          <Marked text={hit.title} marks={hit.titleMarks} />
        </a>
      </h3>
      {hit.passages.slice(0, 1).map((passage) => (
        <Passage key={passage.text} passage={passage} title={hit.title} lang={foreign} />
      ))}
      <Footnotes call={call} hit={hit} explainUrl={explainUrl} />
    </article>
  )
}

/** How it was found, and further matches in it. */
export function Footnotes({ call: { t }, hit, explainUrl }: Omit<ResultProps, 'question'>) {
  const through =
    hit.matchedLang !== null && hit.matchedLang !== hit.lang && isLang(hit.matchedLang) ? hit.matchedLang : null
  if (hit.more === 0 && !through && !explainUrl) return null
  return (
    <p class="meta">
      {hit.more > 0 && <span>{t('answers.search.more', { count: hit.more })}</span>}
      {through && <span>{t('answers.search.throughTranslation', { language: t(`ui.inLanguage.${through}`) })}</span>}
      {explainUrl && (
        <a class="above" href={explainUrl}>
          {t('answers.explain.link')}
        </a>
      )}
    </p>
  )
}
