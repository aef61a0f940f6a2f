import type { z } from 'zod'
import type { TextKey } from '../../../kernel/text.ts'
import { Avatar } from '../../../ui/components/Avatar.tsx'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import { Disclosure } from '../../../ui/components/Disclosure.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { PromisedDate } from '../../../ui/components/PromisedDate.tsx'
import { type Step, Steps } from '../../../ui/components/Steps.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { shownForm } from '../../../ui/form.ts'
import type { PageCall } from '../../../ui/page.ts'
import type { read } from '../operations/read.ts'
import { FilesField } from './Files.tsx'
import { RequestTimeline } from './RequestTimeline.tsx'
import { StateTag, stateText } from './StateTag.tsx'

export type ShownRequest = z.output<typeof read.output>

interface SheetProps {
  call: PageCall
  request: ShownRequest
}

/** A request as its requester sees it: where it stands, what was promised, what happened, and how to go on. */
export function RequestSheet({ call, request }: SheetProps) {
  const { t, format } = call
  return (
    <>
      {call.query['new'] === '1' && <Thanks call={call} request={request} />}
      <div class="columns">
        <article>
          <PageHead above={<StateTag t={t} state={request.state} ending={request.ending} />} title={request.subject} />
          <div class="stack loose">
            <p class="muted small">{t('requests.page.received', { moment: format.moment(request.createdAt) })}</p>
            <PromiseGiven call={call} request={request} />
            <Steps t={t} label={t('requests.page.steps')} steps={stepsOf(call, request)} />
            <section aria-labelledby="timeline-title">
              <h2 id="timeline-title" class="visually-hidden">
                {t('requests.page.timeline')}
              </h2>
              <RequestTimeline call={call} entries={request.entries} side="requester" />
            </section>
            {request.mayReply ? (
              <ReplyForm call={call} request={request} />
            ) : (
              <p class="muted">{t('requests.page.closed')}</p>
            )}
          </div>
        </article>
        <aside class="side">
          <WhoSees call={call} request={request} />
          <Facts call={call} request={request} />
          {request.mayWithdraw && <Withdraw call={call} />}
        </aside>
      </div>
    </>
  )
}

/** Shown once, after sending: number, and how to come back. */
function Thanks({ call, request }: SheetProps) {
  const { t } = call
  const { tracking } = request
  return (
    <div class="section-end">
      <Notice tone="good" title={t('requests.thanks.title')} live>
        {tracking && (
          <>
            <p>{t('requests.thanks.keep')}</p>
            <p class="break">
              <a href={call.url(call.path)}>{`${call.origin}${call.url(call.path)}`}</a>
            </p>
            <p>{t('requests.thanks.code', { reference: request.reference, code: tracking.code })}</p>
          </>
        )}
      </Notice>
    </div>
  )
}

/** The date that we said is the largest fact, until there is an answer. */
function PromiseGiven({ call: { t, format, now }, request }: SheetProps) {
  const { promisedAt, answeredAt, state } = request
  if (answeredAt || !promisedAt || state === 'closed') return null
  const moment = format.moment(promisedAt)
  const isLate = new Date(promisedAt) < now
  if (isLate) return <Notice tone="warn">{t('requests.page.late', { moment })}</Notice>
  return <PromisedDate title={t('requests.page.answerBy', { moment })}>{t('requests.page.answerByNote')}</PromisedDate>
}

function stepsOf({ t, format }: PageCall, request: ShownRequest): Step[] {
  const { state, ending } = request
  const when = (wanted: readonly string[]) => {
    const entry = request.entries.findLast((one) => one.kind === 'state' && wanted.includes(one.toState ?? ''))
    return entry && format.dayShort(entry.at)
  }
  const isOver = state === 'solved' || state === 'closed'
  const middle = state === 'waiting' ? 'waiting' : 'open'
  return [
    {
      title: t('requests.state.new'),
      note: format.dayShort(request.createdAt),
      state: state === 'new' ? 'current' : 'done',
    },
    {
      title: t(`requests.state.${middle}` as TextKey),
      note: when(['open', 'waiting']),
      state: isOver ? 'done' : state === 'new' ? 'ahead' : 'current',
    },
    {
      title: state === 'closed' ? stateText(t, state, ending) : t('requests.state.solved'),
      note: when(['solved', 'closed']),
      state: isOver ? 'done' : 'ahead',
    },
  ]
}

function ReplyForm({ call, request }: SheetProps) {
  const { t } = call
  const form = shownForm(t, call.form, 'reply')
  return (
    <form method="post" enctype="multipart/form-data" class="card stack" novalidate>
      <ErrorSummary t={t} errors={form.errors} />
      {form.message && (
        <Notice tone="warn" live>
          {form.message}
        </Notice>
      )}
      {request.state === 'solved' && <p>{t('requests.page.solvedHint')}</p>}
      <TextArea
        {...form.field('message')}
        label={t(request.state === 'waiting' ? 'requests.page.reply' : 'requests.page.replyMore')}
        rows={4}
        maxLength={20_000}
      />
      <FilesField t={t} form={form} />
      <FormActions reachable={false}>
        <Button name="action" value="reply" look="primary" icon="send">
          {t('requests.page.send')}
        </Button>
      </FormActions>
    </form>
  )
}

function WhoSees({ call: { t, actor }, request }: SheetProps) {
  const names = [
    ...new Set(request.entries.filter((entry) => entry.author !== null).map((entry) => entry.author as string)),
  ]
  return (
    <Card title={t('requests.page.whoSees')}>
      {names.length > 0 && (
        <p class="row">
          {names.slice(0, 6).map((name) => (
            <Avatar key={name} name={name} other={name !== actor.name} />
          ))}
        </p>
      )}
      <p class="small muted">{t(request.isMine ? 'requests.page.seesAccount' : 'requests.page.seesLink')}</p>
    </Card>
  )
}

function Facts({ call: { t, format }, request }: SheetProps) {
  return (
    <Card title={t('requests.page.facts')}>
      <DescriptionList
        facts={[
          { term: t('requests.page.reference'), value: request.reference },
          { term: t('requests.page.state'), value: stateText(t, request.state, request.ending) },
          { term: t('requests.page.channel'), value: t(`requests.channel.${request.channel}` as TextKey) },
          { term: t('requests.page.changed'), value: format.dayShort(request.changedAt) },
        ]}
      />
    </Card>
  )
}

function Withdraw({ call: { t } }: { call: PageCall }) {
  return (
    <Disclosure title={t('requests.page.withdraw')}>
      <p>{t('requests.page.withdrawHint')}</p>
      <form method="post">
        <Button name="action" value="withdraw" look="danger" icon="undo-2">
          {t('requests.page.withdrawNow')}
        </Button>
      </form>
    </Disclosure>
  )
}
