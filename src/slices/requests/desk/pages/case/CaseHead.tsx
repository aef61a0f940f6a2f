import type { z } from 'zod'
import { Icon } from '../../../../../ui/components/Icon.tsx'
import { Notice } from '../../../../../ui/components/Notice.tsx'
import { Tag } from '../../../../../ui/components/Tag.tsx'
import type { PageCall } from '../../../../../ui/page.ts'
import { StateTag } from '../../../pages/StateTag.tsx'
import { onKey } from '../../islands/desk/key-names.ts'
import type { readForDesk } from '../../operations/read-for-desk.ts'
import { dueOf } from '../due.ts'
import type { Choices } from '../QueueList.tsx'
import { CaseFacts } from './CaseFacts.tsx'
import { CaseTools } from './CaseTools.tsx'
import { Presence } from './Presence.tsx'

export type DeskRequest = z.output<typeof readForDesk.output>

interface HeadProps {
  call: PageCall
  request: DeskRequest
  choices: Choices
  /** Address of the list, to go back to. */
  back: string
}

/** What it is, how it stands, and everything that can be set with one key. */
export function CaseHead({ call, request, choices, back }: HeadProps) {
  const { t } = call
  const due = dueOf(call, request)
  return (
    <header class="desk-head">
      <div class="desk-head-line">
        <a class="desk-back" href={back} {...onKey('back')}>
          <Icon name="arrow-left" /> {t('requests.desk.back')}
        </a>
        <StateTag t={t} state={request.state} ending={request.ending} side="desk" />
        {due && (
          <Tag tone={due.tone} icon="clock">
            {t('requests.desk.promised', { due: due.text })}
          </Tag>
        )}
        {request.tags.map((tag) => (
          <Tag key={tag} href={`${call.url('/desk')}?queue=all&tag=${encodeURIComponent(tag)}`}>
            {tag}
          </Tag>
        ))}
        <span class="desk-reference num muted">{request.reference}</span>
      </div>
      <h1>{request.subject}</h1>
      <CaseFacts call={call} request={request} choices={choices} />
      <CaseTools call={call} request={request} choices={choices} />
      <Presence call={call} request={request} />
      {request.knownError && (
        <Notice tone={request.knownError.state === 'open' ? 'warn' : 'good'} icon="siren">
          <a href={call.url(`/desk/known-errors/${request.knownError.reference}`)}>{request.knownError.title}</a>{' '}
          {t('requests.desk.attached', { others: request.knownError.others })}
        </Notice>
      )}
      {request.mergedInto && (
        <Notice tone="info" icon="git-merge">
          {t('requests.desk.mergedInto')} <a href={call.url(`/desk/${request.mergedInto}`)}>{request.mergedInto}</a>
        </Notice>
      )}
    </header>
  )
}
