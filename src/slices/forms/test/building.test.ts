import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { FormDefinition, fieldsOf } from '../../../kernel/form/definition.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { openTheke } from '../../../test/theke.ts'
import { applyChange, Change } from '../changes.ts'
import { archiveForm } from '../operations/archive-form.ts'
import { changeForm } from '../operations/change-form.ts'
import { compareVersions } from '../operations/compare-versions.ts'
import { createForm } from '../operations/create-form.ts'
import { exportForm } from '../operations/export-form.ts'
import { importForm } from '../operations/import-form.ts'
import { listForms } from '../operations/list-forms.ts'
import { listVersions } from '../operations/list-versions.ts'
import { previewForm } from '../operations/preview-form.ts'
import { publishForm } from '../operations/publish-form.ts'
import { readAnswerSchema } from '../operations/read-answer-schema.ts'
import { readDraft } from '../operations/read-draft.ts'
import { readForm } from '../operations/read-form.ts'
import { restoreForm } from '../operations/restore-form.ts'
import { saveForm } from '../operations/save-form.ts'
import { builders, LAMP, type Who } from './builders.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let make: ReturnType<typeof builders>
let keeper: Who
beforeAll(async () => {
  theke = await openTheke()
  make = builders(theke)
  keeper = await make.person('Renate', { permissions: new Set(['forms.manage']) })
})

const label = { de: 'Wie viele?' }
const create = async () => {
  const { key } = await theke.runner.run(createForm, keeper, { key: `f-${crypto.randomUUID()}`, title: { de: 'Neu' } })
  return key
}
const change = (key: string, base: number, what: object) =>
  theke.runner.run(changeForm, keeper, { key, base, change: what })

describe('building a form', () => {
  it('goes step by step; every step is a version that can be gone back to', async () => {
    const key = await create()
    expect(await change(key, 1, { do: 'addField', page: 'page-1', type: 'number', label })).toEqual({
      version: 2,
      at: 'number',
    })
    await change(key, 2, { do: 'setField', key: 'number', field: { key: 'amount', type: 'number', label, min: 1 } })
    await change(key, 3, { do: 'addField', page: 'page-1', type: 'computed', label: { de: 'Summe' } })
    const total = {
      key: 'total',
      type: 'computed',
      label: { de: 'Summe' },
      expression: 'amount * 2',
      when: { field: 'amount', is: 'answered' },
    }
    await change(key, 4, { do: 'setField', key: 'computed', field: total })
    await change(key, 5, { do: 'setField', key: 'amount', field: { key: 'pieces', type: 'number', label } })
    const form = await theke.runner.run(readForm, keeper, { key })
    expect(form.problems).toEqual([])
    expect(fieldsOf(form.definition as FormDefinition)[1]).toMatchObject({
      expression: 'pieces * 2',
      when: { field: 'pieces', is: 'answered' },
    })

    const { items } = await theke.runner.run(listVersions, keeper, { key })
    expect(items.map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1])
    expect(items[4]?.changes).toEqual(['Frage „Wie viele?“ hinzugefügt'])
    const undone = await theke.runner.run(compareVersions, keeper, { key, from: 6, to: 1 })
    expect(undone.changes).toEqual(['Frage „Wie viele?“ entfernt', 'Frage „Summe“ entfernt'])
    const early = await theke.runner.run(previewForm, keeper, { key, version: 2, page: 'page-1' })
    expect(early.hidden).toBe(false)
    for (const input of [
      { key, from: 99 },
      { key, from: 1, to: 99 },
    ])
      await expect(theke.runner.run(compareVersions, keeper, input)).rejects.toMatchObject({ code: 'not_found' })
    await theke.runner.run(restoreForm, keeper, { key, version: 1 })
    const back = await theke.runner.run(readForm, keeper, { key })
    expect(back).toMatchObject({ version: 7, published: null })
    expect(fieldsOf(back.definition as FormDefinition)).toEqual([])
  })

  it('loses nothing when two do it at once', async () => {
    const key = await create()
    await change(key, 1, { do: 'addPage', title: { de: 'Zwei' } })
    await expect(change(key, 1, { do: 'addPage', title: { de: 'Drei' } })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'forms.changed_meanwhile',
    })
  })

  it('says what is wrong beside the part that is', async () => {
    const key = await create()
    await change(key, 1, { do: 'addField', page: 'page-1', type: 'text', label })
    const field = { key: 'text', type: 'text', label: {}, pattern: { regex: '(a+)+', message: { de: 'x' } } }
    await expect(change(key, 2, { do: 'setField', key: 'text', field })).rejects.toMatchObject({
      issues: [{ path: ['change', 'field', 'label'] }, { path: ['change', 'field', 'pattern', 'regex'] }],
    })
    await change(key, 2, { do: 'addField', page: 'page-1', type: 'text', label })
    const same = { key: 'text', type: 'text', label }
    await expect(change(key, 3, { do: 'setField', key: 'text2', field: same })).rejects.toMatchObject({
      issues: [{ path: ['field', 'key'], key: 'form.problem.keyTwice' }],
    })
  })

  it('never ends in anything but a form, whatever steps are taken', () => {
    const form = FormDefinition.parse(LAMP)
    const keys = fc.constantFrom('kind', 'danger', 'name', 'photo', 'colleague', 'text', 'nothing')
    const page = fc.constantFrom('lamp', 'you', 'page-3', 'nothing')
    const by = fc.constantFrom(-1, 1)
    const step = fc.oneof(
      fc.record({
        do: fc.constant('addField'),
        page,
        type: fc.constantFrom('text', 'table', 'choice', 'computed'),
        label: fc.constant(label),
      }),
      fc.record({ do: fc.constant('moveField'), key: keys, by }),
      fc.record({ do: fc.constant('placeField'), key: keys, page, before: fc.option(keys) }),
      fc.record({ do: fc.constantFrom('duplicateField', 'removeField'), key: keys }),
      fc.record({ do: fc.constant('movePage'), id: page, by }),
      fc.record({ do: fc.constant('removePage'), id: page }),
      fc.record({ do: fc.constant('addPage'), title: fc.constant(label) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now = form
        for (const one of steps) {
          try {
            now = applyChange(now, Change.parse(one)).definition
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
          }
        }
        const taken = fieldsOf(now).map((field) => field.key)
        expect(new Set(taken).size).toBe(taken.length)
        expect(FormDefinition.safeParse(now).success).toBe(true)
      }),
    )
  })
})

describe('publishing', () => {
  it('is refused while something is to be settled, and says what it changes afterwards', async () => {
    const key = await create()
    await expect(theke.runner.run(publishForm, keeper, { key, base: 1 })).rejects.toMatchObject({
      reason: 'forms.has_problems',
    })
    await change(key, 1, { do: 'addField', page: 'page-1', type: 'text', label })
    await theke.runner.run(publishForm, keeper, { key, base: 2 })
    await expect(theke.runner.run(publishForm, keeper, { key, base: 1 })).rejects.toMatchObject({ code: 'conflict' })
    await change(key, 2, { do: 'removeField', key: 'text' })
    const { changes } = await theke.runner.run(compareVersions, keeper, { key })
    expect(changes).toEqual(['Frage „Wie viele?“ entfernt'])
    const { schema, version } = await theke.runner.run(readAnswerSchema, make.visitor(), { key })
    expect({ version, schema }).toMatchObject({ version: 2, schema: { required: ['text'] } })
  })

  it('leaves drafts with the version that they were begun with', async () => {
    const { id, key } = await make.form()
    const ann = await make.person('Ann')
    const address = await make.draft(ann, id)
    await change(key, 1, { do: 'removePage', id: 'you' })
    await theke.runner.run(publishForm, keeper, { key, base: 2 })
    expect(await theke.runner.run(readDraft, ann, { address })).toMatchObject({
      version: 1,
      pages: [{ id: 'lamp' }, { id: 'you' }],
    })
    expect(await make.draft(ann, id).then((next) => theke.runner.run(readDraft, ann, { address: next }))).toMatchObject(
      { version: 2 },
    )
  })

  it('ends when the form is put away', async () => {
    const { id, key } = await make.form()
    await theke.runner.run(archiveForm, keeper, { key, isArchived: true })
    await expect(make.draft(await make.person('Ann'), id)).rejects.toMatchObject({ code: 'not_found' })
    const { items } = await theke.runner.run(listForms, keeper, { show: 'archived' })
    expect(items.map((form) => form.key)).toContain(key)
    await theke.runner.run(archiveForm, keeper, { key, isArchived: false })
    await make.draft(await make.person('Ann'), id)
  })
})

describe('a form as a file', () => {
  it('goes out and comes in the same', async () => {
    const { key } = await make.form()
    const file = await theke.runner.run(exportForm, keeper, { key })
    expect(
      await theke.runner.run(importForm, keeper, { file: { ...file, key: `${key}-2`.slice(0, 60) } }),
    ).toMatchObject({ isNew: true })
    const again = await theke.runner.run(importForm, keeper, { file })
    expect(again).toEqual({ key, isNew: false })
    expect((await theke.runner.run(exportForm, keeper, { key })).definition).toEqual(file.definition)
  })

  it('is refused when it is something else', async () => {
    const upload = await make.upload(keeper, '{"kind":"other"}')
    await expect(theke.runner.run(importForm, keeper, { upload: upload.id })).rejects.toMatchObject({
      issues: [{ path: ['upload'], key: 'forms.file.unreadable' }],
    })
    const fields = [{ key: 'a', type: 'text' }]
    const definition = { title: label, pages: [{ id: 'one', title: label, fields }] }
    const wrong = await make.upload(keeper, JSON.stringify({ kind: 'theke.form', version: 1, key: 'x', definition }))
    await expect(theke.runner.run(importForm, keeper, { upload: wrong.id })).rejects.toMatchObject({
      issues: [{ key: 'forms.file.wrong', values: { places: 'definition.pages.0.fields.0.label' } }],
    })
    await expect(theke.runner.run(importForm, keeper, {})).rejects.toMatchObject({ issues: [{ path: ['upload'] }] })
  })
})

it('the preview sees with the eyes of somebody else', async () => {
  const { key } = await make.form()
  const bob = await make.person('Bob')
  const preview = await theke.runner.run(previewForm, keeper, {
    key,
    page: 'you',
    personId: bob.actor.personId as string,
  })
  expect(preview).toMatchObject({ name: 'Bob', answers: { name: 'Bob' }, hidden: false })
})

it('the list goes on page by page', async () => {
  const first = await theke.runner.run(listForms, keeper, { limit: 2 })
  const second = await theke.runner.run(listForms, keeper, { limit: 2, cursor: first.next ?? '' })
  expect(second.items.map((form) => form.key)).not.toContain(first.items[0]?.key)
  const { items } = await theke.runner.run(listForms, keeper, { q: 'laterne' })
  expect(items.every((form) => form.title === 'Laterne melden')).toBe(true)
})

it('saves the whole definition at once, for programs', async () => {
  const key = await create()
  expect(await theke.runner.run(saveForm, keeper, { key, base: 1, definition: LAMP as never })).toEqual({ version: 2 })
})
