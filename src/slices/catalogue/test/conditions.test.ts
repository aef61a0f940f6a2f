import { expect, it } from 'vitest'
import type { Condition } from '../../../kernel/form/definition.ts'
import { openTheke } from '../../../test/theke.ts'
import { archiveForm } from '../../forms/operations/archive-form.ts'
import { builders as formBuilders } from '../../forms/test/builders.ts'
import { listProcessChoices } from '../../requests/index.ts'
import { publishService } from '../operations/publish-service.ts'
import { readForEditing } from '../operations/read-for-editing.ts'
import { saveVersion } from '../operations/save-version.ts'
import { builders } from './builders.ts'

const theke = await openTheke()
const b = await builders(theke)
const form = await formBuilders(theke).form()
const run = theke.runner.run

const asked = (when: Condition) => ({
  stages: [{ steps: [{ key: 'step-1', approver: { kind: 'manager', of: 'requester' }, when }] }],
})

/** Saves a change of the newest version. */
async function save(id: string, change: object) {
  const { definition, newestVersion: known } = await run(readForEditing, b.keeper, { id })
  return run(saveVersion, b.keeper, { id, known, definition: { ...definition, ...change } as never })
}

it('offers the questions of the form, and what an order counts itself', async () => {
  const { fields } = await run(listProcessChoices, b.keeper, { of: 'order', form: form.key })
  expect(fields.map((field) => field.key)).toEqual([
    'amount',
    'quantity',
    'kind',
    'danger',
    'name',
    'photo',
    'colleague',
  ])
  expect((await run(listProcessChoices, b.keeper, { form: 'nowhere' })).fields).toEqual([])
})

it('takes conditions over answers, amount and quantity', async () => {
  const { id } = await b.service('Kran', { formKey: form.key })
  const all: Condition[] = [
    { field: 'kind', is: 'oneOf', value: ['broken'] },
    { field: 'amount', is: 'atLeast', value: 1000 },
    { not: { field: 'quantity', is: 'atMost', value: 2 } },
  ]
  expect((await save(id, { approval: asked({ all }) })).version).toBe(3)
})

for (const [what, when, key] of [
  [
    'a question that the form does not ask',
    { field: 'size', is: 'equals', value: 'xl' },
    'requests.process.whenUnknown',
  ],
  ['one deep inside', { any: [{ not: { field: 'size', is: 'empty' } }] }, 'requests.process.whenUnknown'],
  ['an option that there is not', { field: 'kind', is: 'oneOf', value: ['gone'] }, 'requests.process.whenUnfit'],
  ['an amount that is no number', { field: 'amount', is: 'atLeast', value: 'viel' }, 'requests.process.whenUnfit'],
] as [string, Condition, string][])
  it(`refuses a condition over ${what}`, async () => {
    const { id } = await b.service('Kran', { formKey: form.key })
    await expect(save(id, { approval: asked(when) })).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: ['definition', 'approval', 'stages', 0, 'steps', 0, 'when'], key }],
    })
  })

it('refuses another form while the approval looks at this one', async () => {
  const { id } = await b.service('Kran', { formKey: form.key, approval: asked({ field: 'danger', is: 'answered' }) })
  await expect(save(id, { formKey: null })).rejects.toMatchObject({
    issues: [{ path: ['formKey'], values: { step: 1, field: 'danger' } }],
  })
})

it('lets a service whose form is gone be kept up, but not be published', async () => {
  const other = await formBuilders(theke).form()
  const { id } = await b.service('Kran', { formKey: other.key, approval: asked({ field: 'danger', is: 'answered' }) })
  await run(archiveForm, b.keeper, { key: other.key, isArchived: true })
  expect((await save(id, { promiseDays: 3 })).version).toBe(3)
  await expect(run(publishService, b.keeper, { id })).rejects.toMatchObject({
    issues: [{ key: 'requests.process.whenUnknown', values: { step: 1, field: 'danger' } }],
  })
})
