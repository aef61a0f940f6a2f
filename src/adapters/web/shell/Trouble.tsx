import type { ComponentChildren } from 'preact'
import type { Translate } from '../../../kernel/text.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { SearchField } from '../../../ui/components/SearchField.tsx'

/** What may go wrong with a page. "Forbidden" is told as "not found": existence never leaks. */
export type TroubleKind = 'notFound' | 'gone' | 'tooMany' | 'broken' | 'unavailable' | 'offline' | 'badRequest'

const statuses: Record<TroubleKind, number> = {
  notFound: 404,
  gone: 410,
  tooMany: 429,
  broken: 500,
  unavailable: 503,
  offline: 0,
  badRequest: 400,
}

interface TroubleProps {
  t: Translate
  kind: TroubleKind
  home: string
  /** Where questions go; null where searching would not work either. */
  searchAction: string | null
  /** Words of the address, as a first question. */
  question?: string
  /** Where to sign in and come back, for readers who are not signed in: perhaps it is only hidden from them. */
  signIn?: string | null
  /** To quote when writing to somebody. */
  requestId?: string
  children?: ComponentChildren
}

/** A page that says what went wrong, and the ways out. */
export function Trouble({ t, kind, home, searchAction, question, signIn, requestId, children }: TroubleProps) {
  const status = statuses[kind]
  return (
    <div class="trouble">
      <h1>{t(`ui.trouble.${kind}.title`)}</h1>
      <p>{t(`ui.trouble.${kind}.text`)}</p>
      {children}
      {searchAction && <SearchField t={t} action={searchAction} value={question} hero id="trouble-search" />}
      <div class="row">
        <LinkButton href={home} icon="house">
          {t('ui.trouble.home')}
        </LinkButton>
        {kind === 'notFound' && signIn && (
          <LinkButton href={signIn} icon="log-in" look="quiet">
            {t('ui.trouble.signIn')}
          </LinkButton>
        )}
      </div>
      {(status >= 500 || requestId) && (
        <span class="code">{requestId ? t('ui.trouble.reference', { reference: requestId }) : status}</span>
      )}
    </div>
  )
}
