import type { z } from 'zod'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import type { DraftView } from '../../draft-view.ts'
import { edit } from '../../operations/edit.ts'
import { runTests } from '../../operations/run-tests.ts'
import { flowUrl, stepUrl } from './addresses.ts'
import { draftOf, flowFrame, keyOf } from './frame.tsx'
import { nameOfStep } from './Outline.tsx'

type Result = z.output<typeof runTests.output>['results'][number]

/** Test cases: what must come of which answers. Run each time the page is opened, and before publishing. */
export const testsPage = definePage({
  path: '/admin/flows/:key/tests',
  layout: 'admin',
  requires: 'flows.write',
  async get(call) {
    const draft = await draftOf(call)
    const { results } = await call.run(runTests, { key: draft.key })
    return flowFrame(
      call,
      draft,
      'tests',
      <div class="stack loose">
        <p>{call.t('flows.tests.lead')}</p>
        <Results call={call} draft={draft} results={results} />
        <NewTest call={call} draft={draft} />
      </div>,
    )
  },
  post: {
    async add(call, fields) {
      const key = keyOf(call)
      await call.run(edit, { key, revision: fields.get('revision'), edit: { do: 'addTest', test: testOf(fields) } })
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

/** Answers are typed as lines: `step: value`. */
function testOf(fields: Fields) {
  const answers = fields
    .get('answers')
    .split('\n')
    .flatMap((line) => {
      const [, step, value] = /^\s*([^:]+?)\s*:\s*(.*?)\s*$/.exec(line) ?? []
      return step ? [{ step, value: value ?? '' }] : []
    })
  return {
    name: fields.get('edit.test.name'),
    answers,
    audiences: fields
      .get('audiences')
      .split(/[\s,]+/)
      .filter(Boolean),
    signedIn: fields.has('signedIn'),
    end: fields.get('edit.test.end'),
  }
}

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
        { title: t('flows.tests.name'), head: true, cell: (row) => row.name },
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

function NewTest({ call, draft }: { call: PageCall; draft: DraftView }) {
  const { t } = call
  const form = shownForm(t, call.form, 'add')
  const ends = draft.definition.steps.filter(({ kind }) => kind === 'end')
  const asked = draft.definition.steps.filter(({ kind }) => !['say', 'check', 'end'].includes(kind))
  return (
    <Card title={t('flows.tests.new')}>
      <form method="post" class="stack">
        <FormMessages t={t} form={form} />
        <input type="hidden" name="revision" value={draft.revision} />
        <TextInput {...form.field('edit.test.name')} label={t('flows.tests.name')} maxLength={120} />
        <TextArea
          {...form.field('answers')}
          label={t('flows.tests.answers')}
          hint={`${t('flows.tests.answersHint')} ${asked.map(({ id }) => id).join(', ')}`}
          required={false}
          rows={6}
        />
        <Select
          {...form.field('edit.test.end')}
          label={t('flows.tests.end')}
          empty={t('flows.choose')}
          options={ends.map((step) => ({ value: step.id, label: nameOfStep(call, step) }))}
        />
        <TextInput
          {...form.field('audiences')}
          label={t('flows.tests.audiences')}
          hint={t('flows.tests.audiencesHint')}
          optional
        />
        <Checkbox name="signedIn" label={t('flows.tests.signedIn')} checked={form.checked('signedIn')} />
        <div>
          <Button icon="plus" name="action" value="add">
            {t('flows.tests.add')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
