import type { z } from 'zod'
import type { TextKey } from '../../../kernel/text.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Disclosure } from '../../../ui/components/Disclosure.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { type Step, Steps } from '../../../ui/components/Steps.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { shownForm } from '../../../ui/form.ts'
import type { PageCall } from '../../../ui/page.ts'
import type { read } from '../operations/read.ts'
import type { ProcessItemView } from '../process/operations/read-process.ts'
import { ProcessView } from '../process/pages/ProcessView.tsx'
import { RatingCard } from '../ratings/pages/RatingCard.tsx'
import type { Readers } from '../sharing/pages/Sharing.tsx'
import { AnswerList } from './AnswerList.tsx'
import { FilesField } from './Files.tsx'
import { PromiseGiven } from './PromiseGiven.tsx'
import { RequestAside } from './RequestAside.tsx'
import { RequestTimeline } from './RequestTimeline.tsx'
import { StateTag, stateText } from './StateTag.tsx'

export type ShownRequest = z.output<typeof read.output>

interface SheetProps {
  call: PageCall
  request: ShownRequest
}

/** A request as its requester sees it: where it stands, what was promised, what happened, and how to go on. */
export function RequestSheet({
  call,
  request,
  readers,
  process,
}: SheetProps & { readers: Readers; process: { items: readonly ProcessItemView[] } }) {
  const { t, format } = call
  return (
    <>
      {call.query['new'] === '1' && <Thanks call={call} request={request} />}
      <div class="columns">
        <article>
          <PageHead
            above={<StateTag t={t} state={request.state} ending={request.ending} word={request.stateWord} />}
            title={request.subject}
          />
          <div class="stack loose">
            <p class="muted small">{t('requests.page.received', { moment: format.moment(request.createdAt) })}</p>
            <ClosedWhy call={call} request={request} />
            <PromiseGiven call={call} request={request} />
            <Steps t={t} label={t('requests.page.steps')} steps={stepsOf(call, request)} />
            <ProcessView call={call} process={process} />
            {request.answers.length > 0 && (
              <Disclosure title={t('requests.page.answers')} open={request.entries.length < 3}>
                <AnswerList rows={request.answers} format={format} />
              </Disclosure>
            )}
            <section aria-labelledby="timeline-title">
              <h2 id="timeline-title" class="visually-hidden">
                {t('requests.page.timeline')}
              </h2>
              <RequestTimeline call={call} entries={request.entries} side="requester" />
            </section>
            <RatingCard call={call} request={request} />
            <GoOn call={call} request={request} />
          </div>
        </article>
        <RequestAside call={call} request={request} readers={readers} />
      </div>
    </>
  )
}

/** The desk ended it without a solution: why, and how to object. */
function ClosedWhy({ call: { t }, request }: SheetProps) {
  if (!request.closedBecause) return null
  return (
    <Notice tone="info" title={t('requests.closing.notSolved')}>
      {request.closedBecause} {request.mayReopen && t('requests.closing.reopen')}
    </Notice>
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

function stepsOf({ t, format }: PageCall, request: ShownRequest): Step[] {
  const { state, ending } = request
  const when = (wanted: readonly string[]) => {
    const entry = request.entries.findLast((one) => one.kind === 'state' && wanted.includes(one.toState ?? ''))
    return entry && format.dayShort(entry.at)
  }
  const isOver = state === 'solved' || state === 'closed'
  const middle = state === 'waiting' || state === 'approval' ? state : 'open'
  return [
    {
      title: t('requests.state.new'),
      note: format.dayShort(request.createdAt),
      state: state === 'new' ? 'current' : 'done',
    },
    {
      title: (middle === state && request.stateWord) || t(`requests.state.${middle}` as TextKey),
      note: when(['open', 'waiting', 'approval']),
      state: isOver ? 'done' : state === 'new' ? 'ahead' : 'current',
    },
    {
      title: state === 'closed' ? stateText(t, state, ending) : t('requests.state.solved'),
      note: when(['solved', 'closed']),
      state: isOver ? 'done' : 'ahead',
    },
  ]
}

/** How to go on: write, or open again what was closed. */
function GoOn({ call, request }: SheetProps) {
  const { t } = call
  if (request.mayReply) return <ReplyForm call={call} request={request} />
  if (request.mayReopen) return <ReopenForm call={call} />
  return <p class="muted">{t('requests.page.closed')}</p>
}

function ReopenForm({ call }: { call: PageCall }) {
  const { t } = call
  const form = shownForm(t, call.form, 'reopen')
  return (
    <Disclosure title={t('requests.page.reopen')} open={form.errors.length > 0}>
      <form method="post" class="stack" novalidate>
        <FormMessages t={t} form={form} />
        <TextArea
          {...form.field('message')}
          label={t('requests.page.reopen')}
          hint={t('requests.page.reopenHint')}
          rows={4}
          maxLength={20_000}
        />
        <FormActions reachable={false}>
          <Button name="action" value="reopen" icon="undo-2">
            {t('requests.page.reopen')}
          </Button>
        </FormActions>
      </form>
    </Disclosure>
  )
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
