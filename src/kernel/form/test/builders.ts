import fc from 'fast-check'
import { NOBODY } from '../../audience.ts'
import type { Answer, Answers, FormContext } from '../answers.ts'
import { type Column, type Condition, type Field, FormDefinition } from '../definition.ts'

export const CONTEXT = {
  facts: { ...NOBODY, signedIn: true, role: ['employee'] },
  today: '2026-11-24',
  lang: 'de',
} satisfies FormContext & { lang: 'de' }

const OPTIONS = ['a', 'b', 'c']
const words = (de: string) => ({ de })

/** A form of one page, checked by the schema. */
export function formOf(fields: object[], rest: object = {}): FormDefinition {
  const full = fields.map((field) => ({ label: words('Frage'), ...field }))
  return FormDefinition.parse({
    title: words('Formular'),
    pages: [{ id: 'one', title: words('Seite'), fields: full, ...rest }],
  })
}

const types = fc.constantFrom(
  'text',
  'longText',
  'choice',
  'many',
  'yesNo',
  'number',
  'date',
  'address',
  'table',
  'file',
)

function partsOf(type: string): object {
  switch (type) {
    case 'choice':
    case 'many':
      return {
        type: 'choice',
        options: OPTIONS.map((value) => ({ value, label: words(value) })),
        ...(type === 'many' ? { many: true, max: 2 } : {}),
      }
    case 'text':
      return { type, maxLength: 10, pattern: { regex: '[A-Z]{1,3}\\d*', message: words('Nein') } }
    case 'longText':
      return { type, maxLength: 20 }
    case 'number':
      return { type, min: 0, max: 10, step: 1 }
    case 'date':
      return { type, min: { days: -3 }, max: { days: 30 } }
    case 'table':
      return {
        type,
        minRows: 1,
        maxRows: 2,
        columns: [
          { key: 'amount', label: words('Betrag'), type: 'number', min: 0 },
          { key: 'remark', label: words('Bemerkung'), type: 'text', required: false },
        ],
      }
    default:
      return { type }
  }
}

/** A condition over a field above, fitting its type. */
function conditionOn({ key, type, many }: { key: string; type: string; many?: boolean }): fc.Arbitrary<Condition> {
  const answered = fc.constantFrom<Condition>({ field: key, is: 'answered' }, { field: key, is: 'empty' })
  if (type === 'choice' && many)
    return fc.oneof(answered, fc.constant<Condition>({ field: key, is: 'includes', value: 'a' }))
  if (type === 'choice')
    return fc.constantFrom<Condition>(
      { field: key, is: 'equals', value: 'a' },
      { field: key, is: 'oneOf', value: ['a', 'b'] },
    )
  if (type === 'yesNo') return fc.boolean().map((value): Condition => ({ field: key, is: 'equals', value }))
  if (type === 'number')
    return fc.integer({ min: 0, max: 10 }).map((value): Condition => ({ field: key, is: 'atLeast', value }))
  if (type === 'date') return fc.constant<Condition>({ field: key, is: 'atMost', value: '2026-12-01' })
  return answered
}

const facts = fc.constantFrom<Condition>(
  { fact: 'role', in: ['employee'] },
  { fact: 'role', in: ['nobody'] },
  { signedIn: true },
)

function conditionOver(above: Field[]): fc.Arbitrary<Condition | undefined> {
  if (above.length === 0) return fc.constant(undefined)
  const one = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...above).chain((field) => conditionOn(field as never)) },
    { weight: 1, arbitrary: facts },
  )
  const joined = fc.oneof(
    one,
    fc.array(one, { maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(one, { maxLength: 3 }).map((any): Condition => ({ any })),
    one.map((not): Condition => ({ not })),
  )
  return fc.option(joined, { nil: undefined, freq: 3 })
}

/** Any form of up to six fields in up to two pages, with conditions upon conditions; none upon computed values. */
export const anyForm: fc.Arbitrary<FormDefinition> = fc
  .array(types, { minLength: 1, maxLength: 6 })
  .chain((chosen) => {
    let fields: fc.Arbitrary<Field[]> = fc.constant([])
    for (const [n, type] of chosen.entries())
      fields = fields.chain((above) =>
        fc
          .record({ when: conditionOver(above), requiredWhen: conditionOver(above), required: fc.boolean() })
          .map(({ when, requiredWhen, required }) => {
            const form = formOf([
              {
                key: `f${n}`,
                required,
                ...partsOf(type),
                ...(when ? { when } : {}),
                ...(requiredWhen ? { requiredWhen } : {}),
              },
            ])
            return [...above, ...form.pages.flatMap((page) => page.fields)]
          }),
      )
    return fields
  })
  .chain((fields) =>
    fc
      .record({ cut: fc.integer({ min: 0, max: fields.length }), when: conditionOver(fields.slice(0, 1)) })
      .map(({ cut, when }) => {
        const page = { title: words('Seite') }
        if (cut < 1 || cut >= fields.length) return { title: words('F'), pages: [{ id: 'one', ...page, fields }] }
        return {
          title: words('F'),
          pages: [
            { id: 'one', ...page, fields: fields.slice(0, cut) },
            { id: 'two', ...page, fields: fields.slice(cut), ...(when ? { when } : {}) },
          ],
        }
      }),
  )

const line = fc.constantFrom('', ' ', 'A', 'AB12', 'abcdefghijklmnop', 'a', '\u0000', 'Äé')
const day = fc.constantFrom('2026-11-24', '2026-11-20', '2026-12-24', '2026-02-30', 'bald', '2027-01-01')

/** Answers that mostly fit a field, and sometimes do not. */
function answerTo(field: Field): fc.Arbitrary<Answer | undefined> {
  const wrong = fc.constantFrom<unknown>(null, 7, '', 'zzz', [], {}, true, ['zzz'], [{}], 1.5) as fc.Arbitrary<Answer>
  return fc.oneof(
    { weight: 6, arbitrary: rightTo(field) },
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: wrong },
  )
}

function rightTo(field: Field | Column): fc.Arbitrary<Answer> {
  switch (field.type) {
    case 'choice':
      return 'many' in field && field.many ? fc.subarray(OPTIONS) : fc.constantFrom(...OPTIONS)
    case 'yesNo':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: -1, max: 11 })
    case 'date':
      return day
    case 'address':
      return fc.record(
        {
          street: line,
          number: line,
          postalCode: fc.constantFrom('88131', '8813', ''),
          town: line,
          country: fc.constantFrom('DE', 'GR'),
        },
        { requiredKeys: ['street', 'postalCode', 'town', 'country'] },
      )
    case 'table':
      return fc.array(fc.record({ amount: fc.integer({ min: -1, max: 3 }), remark: line }, { requiredKeys: [] }), {
        maxLength: 3,
      }) as fc.Arbitrary<Answer>
    case 'file':
      return fc.array(fc.uuid(), { maxLength: 2 })
    default:
      return line
  }
}

/** A form with answers to it: some missing, some wrong, some to what is hidden. */
export const anyFilledForm: fc.Arbitrary<{ form: FormDefinition; answers: Answers }> = anyForm.chain((form) => {
  const fields = form.pages.flatMap((page) => page.fields)
  return fc.tuple(...fields.map(answerTo)).map((values) => ({
    form,
    answers: Object.fromEntries(
      fields.flatMap(({ key }, n) => (values[n] === undefined ? [] : [[key, values[n]]])),
    ) as Answers,
  }))
})

const COUNTED = [
  { key: 'kind', type: 'choice', options: OPTIONS.map((value) => ({ value, label: words(value) })) },
  { key: 'many', type: 'number', min: 0, max: 3, step: 1 },
  { key: 'sure', type: 'yesNo' },
]
const EXPRESSIONS = [
  'if(kind = "a", 1, 2) + default(many, 0)',
  'many * 2',
  'sure and many > 1',
  'if(sure, name, kind)',
  'default(amount, 0) + many',
  'kind & kind',
]

/** A form with a computed value upon which others depend, and answers to it. Some of it can be counted, some cannot. */
export const anyReckoningForm: fc.Arbitrary<{ form: FormDefinition; answers: Answers }> = fc
  .record({
    required: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    expression: fc.constantFrom(...EXPRESSIONS),
    manyWhen: fc.option(fc.constant<Condition>({ field: 'kind', is: 'equals', value: 'a' }), { nil: undefined }),
    onValue: fc.constantFrom<Condition>(
      { field: 'value', is: 'atLeast', value: 2 },
      { field: 'value', is: 'equals', value: true },
      { field: 'value', is: 'equals', value: 'b' },
      { field: 'value', is: 'answered' },
      { field: 'value', is: 'empty' },
    ),
    join: fc.constantFrom<(one: Condition) => Condition>(
      (one) => one,
      (not) => ({ not }),
      (one) => ({ any: [one, { field: 'kind', is: 'equals', value: 'b' }] }),
      (one) => ({ all: [one, { field: 'kind', is: 'answered' }] }),
    ),
    asRequired: fc.boolean(),
  })
  .chain(({ required, expression, manyWhen, onValue, join, asRequired }) => {
    const upon = join(onValue)
    const form = formOf([
      ...COUNTED.map((field, n) => ({
        ...field,
        required: required[n],
        ...(field.key === 'many' && manyWhen ? { when: manyWhen } : {}),
      })),
      { key: 'name', type: 'text', required: required[3] },
      { key: 'amount', type: 'number', required: required[4] },
      { key: 'value', type: 'computed', expression },
      { key: 'then', type: 'text', ...(asRequired ? { required: false, requiredWhen: upon } : { when: upon }) },
      { key: 'last', type: 'number', min: 1, required: required[5], when: { field: 'then', is: 'answered' } },
    ])
    const fields = form.pages.flatMap((page) => page.fields).filter(({ type }) => type !== 'computed')
    return fc.tuple(...fields.map(answerTo)).map((values) => ({
      form,
      answers: Object.fromEntries(
        fields.flatMap(({ key }, n) => (values[n] === undefined ? [] : [[key, values[n]]])),
      ) as Answers,
    }))
  })
