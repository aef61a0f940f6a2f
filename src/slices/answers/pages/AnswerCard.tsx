import { isLang } from '../../../kernel/lang.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { LangLabel } from '../../../ui/components/LangFragment.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import { Island } from '../../../ui/island.tsx'
import type { PageCall } from '../../../ui/page.ts'
import type { Answer } from '../answering.ts'
import type { HitView } from '../hit-view.ts'
import { kindName } from './kind-name.ts'
import { Marked } from './Marked.tsx'
import { Passage, placeOf } from './passage.tsx'
import { Footnotes } from './Result.tsx'

/** Characters of a passage that is too little for an answer. */
const SHORT = 90

interface AnswerCardProps {
  call: PageCall
  /** Where it is put together in one piece; null: no model is set up. */
  composed: string | null
  question: string
  answers: readonly { answer: Answer; hit: HitView }[]
  /** For editors: leads to "why is this here?". */
  explain: (id: string) => string | null
}

/** What answers the question, quoted with its source; side by side when the right answer depends on product or audience. */
export function AnswerCard({ call, composed, question, answers, explain }: AnswerCardProps) {
  const { t } = call
  return (
    <section class="answer" aria-labelledby="answer-title">
      <h2 class="eyebrow" id="answer-title">
        <Icon name="badge-check" />
        {t(answers.length > 1 ? 'answers.answer.several' : 'answers.search.best')}
      </h2>
      <div class={answers.length > 1 ? 'quotes several' : 'quotes'}>
        {answers.map(({ answer, hit }) => (
          <Quote
            key={hit.id}
            call={call}
            question={question}
            label={answer.label}
            hit={hit}
            explainUrl={explain(hit.id)}
          />
        ))}
      </div>
      {composed && (
        <Island
          name="composed-answer"
          props={{
            url: composed,
            texts: {
              ask: t('answers.composed.ask'),
              working: t('answers.composed.working'),
              title: t('answers.composed.title'),
              note: t('answers.composed.note'),
              nothing: t('answers.composed.nothing'),
            },
          }}
        />
      )}
    </section>
  )
}

function Quote({
  call,
  question,
  label,
  hit,
  explainUrl,
}: {
  call: PageCall
  question: string
  label: string | null
  hit: HitView
  explainUrl: string | null
}) {
  const { t, lang, portal, format } = call
  const foreign = hit.lang === lang ? undefined : hit.lang
  // One passage, or two when the first is but a line.
  const passages = hit.passages.slice(0, hit.excerpt.length < SHORT ? 2 : 1)
  return (
    <article class="result best" data-result={hit.id}>
      {(label || foreign) && (
        <p class="meta">
          {label && <Tag tone="accent">{label}</Tag>}
          {foreign && isLang(foreign) && <LangLabel t={t} page={lang} lang={foreign} />}
        </p>
      )}
      <h3>
        <a href={portal.base + placeOf(hit, question)} lang={foreign}>
          <Marked text={hit.title} marks={hit.titleMarks} />
        </a>
      </h3>
      {passages.map((passage) => (
        <Passage key={passage.text} passage={passage} title={hit.title} lang={foreign} />
      ))}
      {hit.interactive && (
        <p>
          <LinkButton icon="route" href={portal.base + placeOf(hit, question)}>
            {t('answers.answer.begin')}
          </LinkButton>
        </p>
      )}
      <p class="meta">
        <span>{hit.kindName ?? kindName(t, hit.kind)}</span>
        {hit.page !== null && <span>{t('answers.search.page', { page: hit.page })}</span>}
        <span>{t('answers.own.asOf', { at: format.dayShort(hit.updatedAt) })}</span>
        {hit.audience && hit.audience !== label && <Tag icon="lock">{hit.audience}</Tag>}
      </p>
      <Footnotes call={call} hit={hit} explainUrl={explainUrl} />
    </article>
  )
}
