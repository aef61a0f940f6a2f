import type { TextKey } from '../../../../kernel/text.ts'
import { ErrorSummary } from '../../../../ui/components/ErrorSummary.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import type { ClosingReason } from '../../closing/closing.ts'
import type { QueueFilter } from '../filter.ts'
import { changeMany } from '../operations/change-many.ts'
import { countQueues } from '../operations/count-queues.ts'
import { dropView } from '../operations/drop-view.ts'
import { keepView } from '../operations/keep-view.ts'
import { listChoices } from '../operations/list-choices.ts'
import { listQueue } from '../operations/list-queue.ts'
import { runMacro } from '../operations/run-macro.ts'
import { DeskKeys } from './DeskKeys.tsx'
import { deskPage as frame } from './desk-page.tsx'
import { filterOf, queryOf } from './filter-address.ts'
import { BulkReport, QueueList } from './QueueList.tsx'

type Results = { reference: string; done: boolean; why: string | null }[]

/** The desk's list of work. */
export const deskPage = definePage({
  path: '/desk',
  layout: 'work',
  requires: 'requests.work',
  get: (call) => show(call),
  post: {
    bulk,
    async keepView(call, fields) {
      await call.run(keepView, {
        name: fields.get('name'),
        filter: filterOf(call),
        team: fields.optional('viewTeam') ?? null,
      })
      return goTo(here(call), 'requests.desk.viewKept')
    },
    async dropView(call) {
      const { views } = await call.run(countQueues, {})
      const view = views.find(
        (one) => one.isOwn && queryOf(one.filter as Partial<QueueFilter>) === queryOf(filterOf(call)),
      )
      if (view) await call.run(dropView, { id: view.id })
      return view ? goTo(call.url('/desk'), 'requests.desk.viewDropped') : goTo(here(call))
    },
  },
})

const here = (call: PageCall) => call.url('/desk') + queryOf(filterOf(call), { cursor: call.query['cursor'] })

/** Does what was chosen to every row that was chosen; rows that could not be changed are named. */
async function bulk(call: PageCall, fields: Fields): Promise<PageAnswer> {
  const references = fields.all('reference')
  const macro = fields.optional('macro')
  const tag = fields.optional('addTags')
  const closing = {
    reason: fields.optional('reason') as ClosingReason | undefined,
    reasonWords: fields.optional('reasonWords'),
  }
  const change = {
    assignee: fields.optional('assignee'),
    team: fields.optional('team'),
    priority: fields.optional('priority'),
    state: fields.optional('state') as 'open' | undefined,
    ...(fields.get('state') === 'closed' ? closing : {}),
    ...(tag ? { addTags: [tag] } : {}),
  }
  const hasChange = Object.values(change).some((value) => value !== undefined)
  const results: Results = []
  if (hasChange || !macro) results.push(...(await call.run(changeMany, { references, ...change })).results)
  if (macro) results.push(...(await call.run(runMacro, { macro, references })).results)
  if (results.every((row) => row.done)) return goTo(here(call), 'requests.desk.bulkAll', { count: references.length })
  return show(call, results)
}

/** What a list is called: its team, its view, or its queue. */
export function listTitle(call: PageCall, filter: QueueFilter, teams: readonly { id: string; name: string }[]): string {
  if (filter.words) return call.t('requests.desk.found', {})
  const team = teams.find((one) => one.id === filter.team)
  return team?.name ?? call.t(`requests.desk.view.${filter.queue}` as TextKey)
}

async function show(call: PageCall, results?: Results): Promise<PageAnswer> {
  const filter = filterOf(call)
  const [page, choices] = await Promise.all([
    call.run(listQueue, { ...filter, limit: 50, cursor: call.query['cursor'] || undefined }),
    call.run(listChoices, {}),
  ])
  const title = listTitle(call, filter, choices.teams)
  return frame(call, {
    title: `${title} – ${call.t('requests.desk.title')}`,
    filter,
    panes: true,
    view: (
      <>
        <div class="desk-wide">
          {call.form?.message && (
            <Notice tone="warn" live>
              {call.form.message}
            </Notice>
          )}
          <ErrorSummary t={call.t} errors={shownForm(call.t, call.form, 'bulk').errors} />
          {results && (
            <Notice tone="warn">
              <BulkReport call={call} results={results} />
            </Notice>
          )}
          <QueueList call={call} filter={filter} page={page} choices={choices} title={title} />
        </div>
        <DeskKeys t={call.t} lang={call.lang} />
      </>
    ),
  })
}
