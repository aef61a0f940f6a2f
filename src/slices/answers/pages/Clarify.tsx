import { Icon } from '../../../ui/components/Icon.tsx'
import type { PageCall } from '../../../ui/page.ts'
import { type ClarificationView, clarifyingQuestion, type NarrowingView } from '../narrowing.ts'
import { type Asked, narrowedUrl } from './asked.ts'

interface ClarifyProps {
  call: PageCall
  asked: Asked
  clarification: ClarificationView
}

/** The one question that leads on: every answer is a link, and can be taken back. */
export function Clarify({ call, asked, clarification }: ClarifyProps) {
  const { t, format, portal } = call
  const { facet, options, noneOf } = clarification
  return (
    <nav class="card clarify" aria-labelledby="clarify-title">
      <h2 id="clarify-title" class="card-title">
        <Icon name="message-circle-question-mark" />
        {clarifyingQuestion(t, facet)}
      </h2>
      <ul class="options">
        {options.map((option) => (
          <li key={option.value}>
            <a
              href={
                option.url ? portal.base + option.url : narrowedUrl(call, asked, [...asked.narrowed, option.narrowed])
              }
              rel="nofollow"
            >
              <span>{option.label}</span>
              {!option.url && <span class="count">{format.number(option.count)}</span>}
            </a>
          </li>
        ))}
        <li>
          <a class="none" href={narrowedUrl(call, asked, [...asked.narrowed, noneOf])} rel="nofollow">
            {t('answers.clarify.none')}
          </a>
        </li>
      </ul>
    </nav>
  )
}

/** What was answered so far, each to be taken back. */
export function Answered({
  call,
  asked,
  narrowed,
}: {
  call: PageCall
  asked: Asked
  narrowed: readonly NarrowingView[]
}) {
  const { t } = call
  if (narrowed.length === 0) return null
  return (
    <ul class="pills" aria-label={t('answers.clarify.answered')}>
      {narrowed.map((one) => (
        <li key={one.narrowed}>
          <a
            class="pill on"
            href={narrowedUrl(
              call,
              asked,
              asked.narrowed.filter((other) => other !== one.narrowed),
            )}
            rel="nofollow"
          >
            {one.isNone ? t('answers.clarify.not', { values: one.labels.join(', ') }) : one.labels.join(', ')}
            <Icon name="x" />
            <span class="visually-hidden">{t('answers.clarify.remove')}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
