import { Notice } from '../../../../ui/components/Notice.tsx'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { fileIds } from '../../pages/Files.tsx'
import { readProcess } from '../../process/operations/read-process.ts'
import { ProcessView } from '../../process/pages/ProcessView.tsx'
import { addNote } from '../operations/add-note.ts'
import { answer } from '../operations/answer.ts'
import { change } from '../operations/change.ts'
import { fillTemplate } from '../operations/fill-template.ts'
import { listChoices } from '../operations/list-choices.ts'
import { listQueue } from '../operations/list-queue.ts'
import { readContext } from '../operations/read-context.ts'
import { readForDesk } from '../operations/read-for-desk.ts'
import { runMacro } from '../operations/run-macro.ts'
import { searchHelp } from '../operations/search-help.ts'
import { take } from '../operations/take.ts'
import { watch } from '../operations/watch.ts'
import { type Composed, Composer } from './Composer.tsx'
import { ContextPane } from './ContextPane.tsx'
import { CaseHead } from './case/CaseHead.tsx'
import { DeskKeys } from './DeskKeys.tsx'
import { DeskTimeline } from './DeskTimeline.tsx'
import { listTitle } from './desk.tsx'
import { deskPage as frame } from './desk-page.tsx'
import { filterOf, queryOf } from './filter-address.ts'
import { QueueList } from './QueueList.tsx'

/** A request at the desk: the list, the case, and beside it what one should know. */
export const deskRequestPage = definePage({
  path: '/desk/:reference',
  uploads: {},
  layout: 'work',
  requires: 'requests.work',
  get: (call) => show(call),
  post: {
    async write(call, fields) {
      const text = await send(call, fields)
      return goTo(here(call), text)
    },
    async 'write-next'(call, fields) {
      const next = await nextOf(call)
      const text = await send(call, fields)
      return goTo(next ?? here(call), text)
    },
    async fill(call, fields) {
      const template = fields.optional('template')
      const text = template ? (await call.run(fillTemplate, { reference: referenceOf(call), template })).text : ''
      return show(call, composedOf(fields, text))
    },
    async help(call, fields) {
      const words = fields.get('help').trim()
      const help = words ? (await call.run(searchHelp, { reference: referenceOf(call), words })).items : []
      return show(call, { ...composedOf(fields, ''), help, words })
    },
    /** A button that puts something into the answer. */
    default: (call, fields) => show(call, composedOf(fields, fields.get('insert').slice(0, 5000))),
    async change(call, fields) {
      await call.run(change, {
        reference: referenceOf(call),
        assignee: fields.optional('assignee'),
        team: fields.optional('team'),
        priority: fields.optional('priority'),
        type: fields.optional('type'),
        state: fields.optional('state') as 'open' | undefined,
      })
      return goTo(here(call), 'requests.desk.changed')
    },
    async macro(call, fields) {
      const { results } = await call.run(runMacro, { macro: fields.get('macro'), references: [referenceOf(call)] })
      const [row] = results
      if (row?.done) return goTo(here(call), 'requests.desk.macroDone')
      return show(call, undefined, row?.why ?? null)
    },
    async take(call) {
      await call.run(take, { reference: referenceOf(call) })
      return goTo(here(call), 'requests.desk.youTook')
    },
    async watch(call) {
      await call.run(watch, { reference: referenceOf(call), on: true })
      return goTo(here(call), 'requests.desk.youWatch')
    },
    async unwatch(call) {
      await call.run(watch, { reference: referenceOf(call), on: false })
      return goTo(here(call))
    },
  },
})

const referenceOf = (call: PageCall) => call.params['reference'] as string
const here = (call: PageCall) => call.url(call.path) + queryOf(filterOf(call), { cursor: call.query['cursor'] })

/** What is in the field now, with something put below it. */
function composedOf(fields: Fields, more: string): Composed {
  const text = [fields.get('message').trimEnd(), more].filter(Boolean).join('\n\n')
  return { as: fields.get('as') === 'note' ? 'note' : 'answer', text }
}

async function send(call: PageCall, fields: Fields) {
  const reference = referenceOf(call)
  const message = fields.get('message')
  const files = fileIds(fields)
  if (fields.get('as') === 'note') {
    await call.run(addNote, { reference, note: message, files })
    return 'requests.desk.noted' as const
  }
  const state = fields.get('next') as 'open' | 'waiting' | 'solved'
  await call.run(answer, { reference, message, state, files, seen: fields.optional('seen') })
  return 'requests.desk.answered' as const
}

/** The request below this one in its list. */
async function nextOf(call: PageCall): Promise<string | null> {
  const { items } = await call.run(listQueue, listOf(call))
  const at = items.findIndex((item) => item.reference === referenceOf(call))
  const next = items[at + 1] ?? items.find((item) => item.reference !== referenceOf(call))
  return next ? call.url(`/desk/${next.reference}`) + queryOf(filterOf(call)) : null
}

const listOf = (call: PageCall) => ({ ...filterOf(call), limit: 50, cursor: call.query['cursor'] || undefined })

async function show(call: PageCall, composed?: Composed, refused: string | null = null): Promise<PageAnswer> {
  const reference = referenceOf(call)
  const filter = filterOf(call)
  const [request, context, page, choices, process] = await Promise.all([
    call.run(readForDesk, { reference }),
    call.run(readContext, { reference }),
    call.run(listQueue, listOf(call)),
    call.run(listChoices, {}),
    call.run(readProcess, { request: reference }),
  ])
  const message = refused ?? (call.form && call.form.action !== 'write' ? call.form.message : null)
  const title = listTitle(call, filter, choices.teams)
  return frame(call, {
    title: `${request.subject} (${request.reference})`,
    filter,
    panes: true,
    view: (
      <>
        <QueueList call={call} filter={filter} page={page} choices={choices} open={request.reference} title={title} />
        <article class="desk-case" aria-label={request.subject}>
          <div class="desk-case-scroll" data-part="case">
            <CaseHead
              call={call}
              request={request}
              choices={choices}
              back={call.url('/desk') + queryOf(filter, { cursor: call.query['cursor'] })}
            />
            {message && (
              <Notice tone="warn" live>
                {message}
              </Notice>
            )}
            <ProcessView call={call} process={process} />
            <DeskTimeline call={call} request={request} />
            <a class="desk-to-context" href="#context">
              {call.t('requests.desk.toContext')}
            </a>
          </div>
          <Composer call={call} request={request} choices={choices} composed={composed ?? null} />
        </article>
        <ContextPane call={call} request={request} context={context} />
        <DeskKeys t={call.t} lang={call.lang} open={{ id: request.id, reference: request.reference }} />
      </>
    ),
  })
}
