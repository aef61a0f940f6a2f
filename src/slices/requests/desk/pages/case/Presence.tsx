import type { PageCall } from '../../../../../ui/page.ts'
import type { DeskRequest } from './CaseHead.tsx'

/** Who else has it open, and who is writing. Filled anew by what is heard live. */
export function Presence({ call, request }: { call: PageCall; request: DeskRequest }) {
  const { t } = call
  const writing = request.seats.filter((seat) => seat.isWriting)
  const looking = request.seats.filter((seat) => !seat.isWriting)
  const text = [
    writing.length > 0 && t('requests.desk.isWriting', { names: writing.map((seat) => seat.name).join(', ') }),
    looking.length > 0 && t('requests.desk.isLooking', { names: looking.map((seat) => seat.name).join(', ') }),
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <p
      class="desk-presence"
      role="status"
      data-presence
      data-me={call.actor.personId ?? ''}
      data-writing={writing.length > 0 ? '' : undefined}
      data-text-writing={t('requests.desk.isWriting', { names: '%' })}
      data-text-looking={t('requests.desk.isLooking', { names: '%' })}
      data-seats={JSON.stringify(request.seats)}
    >
      {text}
    </p>
  )
}
