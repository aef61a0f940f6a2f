import { Notice } from '../../../ui/components/Notice.tsx'
import { PromisedDate } from '../../../ui/components/PromisedDate.tsx'
import type { PageCall } from '../../../ui/page.ts'
import { movedWhy } from '../promises/moved-why.ts'
import type { ShownRequest } from './RequestSheet.tsx'

interface Props {
  call: PageCall
  request: Pick<ShownRequest, 'promise' | 'state'>
}

/** The date that we said is the largest fact, with the reason when it moved and what is usual. */
export function PromiseGiven({ call, request }: Props) {
  const { t, format, now } = call
  const { promise, state } = request
  if (!promise.isAhead || !promise.at) return <UsualOnly {...{ call, request }} />
  const moment = format.moment(promise.at)
  const isLate = new Date(promise.at) < now && promise.pausedSince === null
  if (isLate) return <Notice tone="warn">{t('requests.promise.late', { moment })}</Notice>
  const title = {
    answer: t('requests.promise.answerBy', { moment }),
    solution: t('requests.promise.solutionBy', { moment }),
    callback: t('requests.promise.callbackAt', { moment }),
  }[promise.kind]
  return (
    <PromisedDate title={title}>
      {promise.pausedSince
        ? t(state === 'approval' ? 'requests.promise.pausedApproval' : 'requests.promise.paused')
        : promise.moved
          ? movedText(call, promise.moved)
          : t('requests.promise.counted')}
      {promise.usually && (
        <>
          <br />
          {t('requests.promise.usually', {
            half: format.day(promise.usually.half),
            most: format.day(promise.usually.most),
            cases: promise.usually.cases,
          })}
        </>
      )}
    </PromisedDate>
  )
}

/** Nothing was promised, but it is known how long it takes. */
function UsualOnly({ call: { t, format }, request: { promise, state } }: Props) {
  if (!promise.usually || state === 'solved' || state === 'closed') return null
  return <PromisedDate title={t('requests.promise.usuallyOnly', { most: format.day(promise.usually.most) })} />
}

function movedText({ t, format }: PageCall, moved: NonNullable<ShownRequest['promise']['moved']>): string {
  const reason = movedWhy(t, moved)
  const at = format.day(moved.at)
  return moved.from
    ? t('requests.promise.moved', { at, from: format.moment(moved.from), reason })
    : t('requests.promise.movedNoFrom', { at, reason })
}
