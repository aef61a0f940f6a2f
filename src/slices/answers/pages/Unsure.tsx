import { LinkButton } from '../../../ui/components/Button.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import type { PageCall } from '../../../ui/page.ts'

interface UnsureProps {
  call: PageCall
  /** Whether anything near is shown below. */
  hasNear: boolean
  /** Where the question can be put to a person. */
  contact: string
  /** When people are there (again). */
  whenBack: string | null
}

/** Theke says that it does not know, and who does. */
export function Unsure({ call: { t, url }, hasNear, contact, whenBack }: UnsureProps) {
  return (
    <section class="card unsure" aria-labelledby="unsure-title">
      <Icon name="circle-question-mark" />
      <div class="stack tight">
        <h2 id="unsure-title">{t(hasNear ? 'answers.search.unsure' : 'answers.search.nothing')}</h2>
        <p>{t(hasNear ? 'answers.search.unsureText' : 'answers.search.nothingText')}</p>
        <p class="row">
          <LinkButton look="primary" icon="message-square-text" href={contact}>
            {t('answers.search.askPerson')}
          </LinkButton>
          {!hasNear && <LinkButton href={url('/help')}>{t('answers.search.browse')}</LinkButton>}
        </p>
        {whenBack && <p class="muted small">{whenBack}</p>}
      </div>
    </section>
  )
}
