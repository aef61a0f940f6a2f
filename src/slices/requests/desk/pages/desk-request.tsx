import { Card } from '../../../../ui/components/Card.tsx'
import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { LinkList } from '../../../../ui/components/LinkList.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { fileIds } from '../../pages/Files.tsx'
import { RequestTimeline } from '../../pages/RequestTimeline.tsx'
import { StateTag } from '../../pages/StateTag.tsx'
import { readProcess } from '../../process/operations/read-process.ts'
import { ProcessView } from '../../process/pages/ProcessView.tsx'
import type { State } from '../../rules.ts'
import { addNote } from '../operations/add-note.ts'
import { answer } from '../operations/answer.ts'
import { changeState } from '../operations/change-state.ts'
import { listQueue } from '../operations/list-queue.ts'
import { readForDesk } from '../operations/read-for-desk.ts'
import { take } from '../operations/take.ts'
import { VIEWS } from '../views-of-desk.ts'
import { DeskForms, type DeskRequest } from './DeskForms.tsx'
import { DeskKeys, Queue } from './Queue.tsx'

/** A request at the desk: the list, the case, and beside it what one should know. */
export const deskRequestPage = definePage({
  path: '/desk/:reference',
  uploads: {},
  layout: 'admin',
  requires: 'requests.work',
  get: show,
  post: {
    answer: (call, fields) => sendAnswer(call, fields),
    async note(call, fields) {
      await call.run(addNote, { reference: referenceOf(call), note: fields.get('note') })
      return goTo(here(call), 'requests.desk.noted')
    },
    async state(call, fields) {
      await call.run(changeState, { reference: referenceOf(call), state: fields.get('state') as State })
      return goTo(here(call), 'requests.desk.changed')
    },
    async take(call) {
      await call.run(take, { reference: referenceOf(call) })
      return goTo(here(call), 'requests.desk.youTook')
    },
  },
})

const referenceOf = (call: PageCall) => call.params['reference'] as string
const viewOf = (call: PageCall) => VIEWS.find((one) => one === call.query['view']) ?? 'to-do'
const here = (call: PageCall) => `${call.url(call.path)}?view=${viewOf(call)}`

async function sendAnswer(call: PageCall, fields: Fields): Promise<PageAnswer> {
  await call.run(answer, {
    reference: referenceOf(call),
    message: fields.get('message'),
    state: fields.get('next') as 'open' | 'waiting' | 'solved',
    files: fileIds(fields),
  })
  return goTo(here(call), 'requests.desk.answered')
}

async function show(call: PageCall): Promise<PageAnswer> {
  const { t } = call
  const view = viewOf(call)
  const [request, page, process] = await Promise.all([
    call.run(readForDesk, { reference: referenceOf(call) }),
    call.run(listQueue, { view, limit: 30 }),
    call.run(readProcess, { request: referenceOf(call) }),
  ])
  return {
    title: `${request.subject} (${request.reference})`,
    wide: true,
    breadcrumbs: [
      { label: t('requests.desk.title'), href: `${call.url('/desk')}?view=${view}` },
      { label: request.reference },
    ],
    view: (
      <div class="desk">
        <div class="desk-queue">
          <Queue call={call} view={view} page={page} open={request.reference} />
        </div>
        <article class="desk-case">
          <PageHead
            above={<StateTag t={t} state={request.state} ending={request.ending} side="desk" />}
            title={request.subject}
            lead={whoAndWhen(call, request)}
          />
          <div class="stack loose">
            <ProcessView call={call} process={process} />
            <RequestTimeline call={call} entries={request.entries} side="desk" />
            <DeskForms call={call} request={request} />
          </div>
          <DeskKeys t={t} />
        </article>
        <aside class="side desk-context">
          <Context call={call} request={request} />
        </aside>
      </div>
    ),
  }
}

function whoAndWhen({ t, format }: PageCall, request: DeskRequest): string {
  const who = request.requester.name ?? request.requester.email ?? t('requests.desk.anonymous')
  return `${who} · ${format.moment(request.createdAt)}`
}

function languageName(reader: string, lang: string): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(lang) ?? lang
}

function Context({ call, request }: { call: PageCall; request: DeskRequest }) {
  const { t, format } = call
  const { requester, handedOver } = request
  return (
    <>
      <Card title={t('requests.page.facts')}>
        <DescriptionList
          facts={[
            { term: t('requests.page.reference'), value: request.reference },
            { term: t('requests.desk.requester'), value: requester.name },
            { term: t('requests.write.email'), value: requester.email },
            !requester.id && { term: '', value: t('requests.desk.anonymous') },
            { term: t('requests.desk.language'), value: languageName(call.lang, request.lang) },
            {
              term: t('requests.desk.portal'),
              value: request.portal === call.portal.key ? call.portal.name : request.portal,
            },
            { term: t('requests.desk.assignee'), value: request.assignee?.name ?? t('requests.desk.nobody') },
            request.promisedAt !== null && { term: t('requests.desk.due'), value: format.moment(request.promisedAt) },
          ]}
        />
      </Card>
      <Card title={t('requests.desk.before')}>
        {handedOver.question && (
          <p>
            <b>{t('requests.desk.asked')}:</b> {handedOver.question}
          </p>
        )}
        {handedOver.read.length > 0 && (
          <LinkList links={handedOver.read.map((one) => ({ href: call.url(one.path), label: one.title }))} />
        )}
        {!handedOver.question && handedOver.read.length === 0 && (
          <p class="muted">{t('requests.desk.nothingBefore')}</p>
        )}
      </Card>
      {request.others.length > 0 && (
        <Card title={t('requests.desk.others')}>
          <LinkList
            links={request.others.map((one) => ({
              href: call.url(`/desk/${one.reference}`),
              label: one.subject,
              hint: `${one.reference} · ${format.dayShort(one.createdAt)}`,
            }))}
          />
        </Card>
      )}
    </>
  )
}
