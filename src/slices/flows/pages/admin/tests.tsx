import type { z } from 'zod'
import { Button } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import type { DraftView } from '../../draft-view.ts'
import { edit } from '../../operations/edit.ts'
import { listParts } from '../../operations/list-parts.ts'
import { runTests } from '../../operations/run-tests.ts'
import { flowUrl, stepUrl } from './addresses.ts'
import { draftOf, flowFrame, keyOf } from './frame.tsx'
import { nameOfStep } from './Outline.tsx'
import { TestForm, testOf } from './TestForm.tsx'

type Result = z.output<typeof runTests.output>['results'][number]

/** Test cases: what must come of which answers. Run each time the page is opened, and before publishing. */
export const testsPage = definePage({
  path: '/admin/flows/:key/tests',
  layout: 'admin',
  requires: 'flows.write',
  async get(call) {
    const draft = await draftOf(call)
    const { results } = await call.run(runTests, { key: draft.key })
    const { audiences } = await call.run(listParts, {})
    const test = draft.definition.tests.find(({ name }) => name === call.query['test'])
    return flowFrame(
      call,
      draft,
      'tests',
      <div class="stack loose">
        <p>{call.t('flows.tests.lead')}</p>
        <Results call={call} draft={draft} results={results} />
        <TestForm call={call} draft={draft} audiences={audiences} test={test} />
      </div>,
    )
  },
  post: {
    async add(call, fields) {
      const key = keyOf(call)
      await call.run(edit, { key, revision: fields.get('revision'), edit: { do: 'addTest', test: testOf(fields) } })
      return goTo(flowUrl(call, key, 'tests'), 'flows.edit.saved')
    },
    async change(call, fields) {
      const key = keyOf(call)
      const [name, revision] = [fields.get('was'), fields.get('revision')]
      await call.run(edit, { key, revision, edit: { do: 'changeTest', name, test: testOf(fields) } })
      return goTo(flowUrl(call, key, 'tests'), 'flows.edit.saved')
    },
    async remove(call, fields) {
      const key = keyOf(call)
      await call.run(edit, {
        key,
        revision: fields.get('revision'),
        edit: { do: 'removeTest', name: fields.get('name') },
      })
      return goTo(flowUrl(call, key, 'tests'), 'flows.edit.saved')
    },
  },
})

function Results({ call, draft, results }: { call: PageCall; draft: DraftView; results: Result[] }) {
  const { t } = call
  const nameOf = (id: string) => {
    const step = draft.definition.steps.find((one) => one.id === id)
    return step ? <a href={stepUrl(call, draft.key, id)}>{nameOfStep(call, step)}</a> : id || '–'
  }
  return (
    <DataTable
      caption={t('flows.tab.tests')}
      hideCaption
      rows={results}
      rowKey={(row) => row.name}
      empty={<p class="muted">{t('flows.tests.none')}</p>}
      columns={[
        {
          title: t('flows.tests.name'),
          head: true,
          cell: (row) => (
            <a href={`${flowUrl(call, draft.key, 'tests')}?test=${encodeURIComponent(row.name)}#test`}>{row.name}</a>
          ),
        },
        {
          title: t('flows.tests.result'),
          cell: (row) => (
            <Tag tone={row.passed ? 'good' : 'bad'} icon={row.passed ? 'check' : 'x'}>
              {t(row.passed ? 'flows.tests.passed' : 'flows.tests.failed')}
            </Tag>
          ),
        },
        { title: t('flows.tests.end'), cell: (row) => nameOf(row.end) },
        { title: t('flows.tests.at'), cell: (row) => nameOf(row.at) },
        {
          title: t('flows.tests.remove'),
          kind: 'actions',
          cell: (row) => (
            <form method="post">
              <input type="hidden" name="revision" value={draft.revision} />
              <input type="hidden" name="name" value={row.name} />
              <Button look="quiet" size="small" icon="trash-2" name="action" value="remove">
                <span class="visually-hidden">
                  {t('flows.tests.remove')}: {row.name}
                </span>
              </Button>
            </form>
          ),
        },
      ]}
    />
  )
}
