import { expect, test } from 'vitest'
import type { Fields } from '../../../ui/page.ts'
import { Definition, Step } from '../definition.ts'
import { applyEdit } from '../edits.ts'
import { stepOfFields } from '../pages/admin/step-fields.ts'
import { testOf } from '../pages/admin/TestForm.tsx'
import { SAMPLE } from './builders.ts'

const fields = (typed: Record<string, string | string[]>): Fields => ({
  get: (name) => [typed[name] ?? ''].flat().at(-1) ?? '',
  all: (name) => [typed[name] ?? []].flat(),
  has: (name) => name in typed,
  files: () => [],
  optional: (name) => [typed[name] ?? ''].flat().at(-1) || undefined,
})

const CHECK = Step.parse({ id: 'rule', kind: 'check' })
const lines = (...rows: Record<string, string | string[]>[]) => {
  const typed = Object.assign(
    { 'edit.step.lines.rows': String(rows.length) },
    ...rows.map((row, n) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [`edit.step.lines.${n}.${name}`, value])),
    ),
  )
  const step = stepOfFields(fields(typed), CHECK, null)
  return step.kind === 'check' ? step.lines : []
}

test.each([
  [{ about: 'who=me', is: '' }, [{ is: 'one-of', step: 'who', values: ['me'] }]],
  [{ about: 'who=me', is: 'none-of' }, [{ is: 'none-of', step: 'who', values: ['me'] }]],
  [{ about: 'who', is: 'one-of', values: ['me', 'firm'] }, [{ is: 'one-of', step: 'who', values: ['me', 'firm'] }]],
  [{ about: 'who', is: 'one-of' }, [{ is: 'one-of', step: 'who', values: [] }]],
  [{ about: 'note', is: 'one-of', value: 'ja, gern' }, [{ is: 'one-of', step: 'note', values: ['ja', 'gern'] }]],
  [{ about: 'people', is: 'at-least', value: '2,5' }, [{ is: 'at-least', step: 'people', number: 2.5 }]],
  [{ about: 'members', is: 'in' }, [{ is: 'in', audience: 'members' }]],
  [{ about: '', is: 'signed-in' }, [{ is: 'signed-in' }]],
  [{ about: 'who', is: '', values: ['me'] }, []],
])('a line of a rule as it was chosen: %j', (row, expected) => {
  expect(lines(row)).toEqual(expected)
})

const DEFINITION = Definition.parse({ ...SAMPLE, tests: [{ name: 'Zu zweit', answers: [], end: 'done' }] })

test('a test case takes an answer a question; “none of these” is one too, an open question is none', () => {
  expect(
    testOf(
      fields({
        ...{ 'edit.test.name': 'Zu zweit', 'edit.test.end': 'done', 'answers.rows': '4', audiences: ['a', 'b'] },
        ...{ 'answers.0.step': 'who', 'answers.0.value': 'me', 'answers.1.step': 'people', 'answers.1.value': ' 2 ' },
        ...{ 'answers.2.step': 'day', 'answers.2.value': '', 'answers.3.step': 'own', 'answers.3.value': '-' },
      }),
    ),
  ).toEqual({
    name: 'Zu zweit',
    answers: [
      { step: 'who', value: 'me' },
      { step: 'people', value: '2' },
      { step: 'own', value: '' },
    ],
    audiences: ['a', 'b'],
    signedIn: false,
    end: 'done',
  })
})

test('a test case is changed in its place, and never takes the name of another', () => {
  const test = { name: 'Zu dritt', answers: [], audiences: [], signedIn: true, end: 'person' }
  const changed = applyEdit(DEFINITION, { do: 'changeTest', name: 'Zu zweit', test })
  expect(typeof changed === 'object' && changed.tests).toEqual([test])
  const two = { ...DEFINITION, tests: [...DEFINITION.tests, test] }
  expect(applyEdit(two, { do: 'changeTest', name: 'Zu zweit', test })).toBe('testTaken')
})
