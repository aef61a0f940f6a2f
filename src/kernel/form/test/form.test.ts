import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answers, computeValues, visibleFields } from '../answers.ts'
import { checkAnswers } from '../check-answers.ts'
import { checkDefinition } from '../check-definition.ts'
import { FormDefinition } from '../definition.ts'
import { evaluate } from '../expression.ts'
import { formJsonSchema } from '../json-schema.ts'
import { isSafePattern } from '../pattern.ts'
import { answersOf } from '../read-answers.ts'
import { anyFilledForm, anyForm, anyReckoningForm, CONTEXT, formOf } from './builders.ts'

describe('any form', () => {
  it('has no problems when it was built without', () => {
    fc.assert(fc.property(anyForm, (form) => void expect(checkDefinition(form)).toEqual([])))
  })

  it('never keeps and never requires what a condition hides', () => {
    fc.assert(
      fc.property(anyFilledForm, ({ form, answers }) => {
        const checked = checkAnswers(form, answers, CONTEXT)
        const visible = new Set(visibleFields(form, answers, CONTEXT).map((field) => field.key))
        expect(Object.keys(checked.answers).filter((key) => !visible.has(key))).toEqual([])
        expect(checked.issues.filter(({ path }) => !visible.has(String(path[1])))).toEqual([])
      }),
    )
  })

  it('accepts exactly what its JSON Schema accepts', () => {
    fc.assert(
      fc.property(anyFilledForm, ({ form, answers }) => {
        const ajv = addFormats.default(new Ajv2020({ strict: false }))
        const schema = formJsonSchema(form, CONTEXT)
        const isValid = ajv.compile(schema)(answers)
        const { issues } = checkAnswers(form, answers, CONTEXT)
        expect(isValid, JSON.stringify({ schema, answers, issues })).toBe(issues.length === 0)
      }),
      { numRuns: 120 },
    )
  })

  it('is never refused by its JSON Schema what it accepts, whatever its computed values are made of', () => {
    fc.assert(
      fc.property(anyReckoningForm, ({ form, answers }) => {
        const ajv = addFormats.default(new Ajv2020({ strict: false }))
        const schema = formJsonSchema(form, CONTEXT)
        const isValid = ajv.compile(schema)(answers)
        const { issues } = checkAnswers(form, answers, CONTEXT)
        if (issues.length === 0) expect(isValid, JSON.stringify({ schema, answers })).toBe(true)
        // Without a mark that something is left open, the schema says all of it.
        if (!JSON.stringify(schema).includes('$comment')) expect(isValid).toBe(issues.length === 0)
      }),
      { numRuns: 120 },
    )
  })

  it('takes its own answers again, unchanged', () => {
    fc.assert(
      fc.property(anyFilledForm, ({ form, answers }) => {
        const first = checkAnswers(form, answers, CONTEXT)
        if (first.issues.length > 0) return
        expect(checkAnswers(form, first.answers, CONTEXT)).toEqual(first)
      }),
    )
  })
})

describe('the JSON Schema', () => {
  it('asks for what a condition brings on, and only then', () => {
    const form = formOf([
      { key: 'kind', type: 'choice', options: [{ value: 'x', label: { de: 'X' } }] },
      { key: 'why', type: 'longText', when: { field: 'kind', is: 'equals', value: 'x' } },
      { key: 'who', type: 'person', when: { fact: 'role', in: ['nobody'] } },
    ])
    const schema = formJsonSchema(form, CONTEXT)
    expect(schema).toMatchObject({ type: 'object', required: ['kind'], additionalProperties: false })
    const shown = { $ref: '#/$defs/shown.why' }
    const rules = (schema['allOf'] as object[]).map((rule) => Object.entries(rule))
    expect(rules).toMatchObject([
      [
        ['if', shown],
        ['then', { properties: { why: { type: 'string', maxLength: 4000 } } }],
      ],
      [
        ['if', shown],
        ['then', { required: ['why'] }],
      ],
    ])
    expect(schema['$defs']).toEqual({ 'shown.why': { required: ['kind'], properties: { kind: { const: 'x' } } } })
  })
})

describe('the JSON Schema of a form that reckons', () => {
  const model = {
    key: 'model',
    type: 'choice',
    options: [
      { value: 's', label: { de: 'S' } },
      { value: 'l', label: { de: 'L' } },
    ],
  }
  const cost = { key: 'cost', type: 'computed', expression: 'if(model = "l", 2000, 1000) + default(screens, 0) × 300' }
  const why = { key: 'why', type: 'longText', when: { field: 'cost', is: 'atLeast', value: 2000 } }
  const accepts = (form: FormDefinition, answers: Answers) => {
    const isValid = addFormats.default(new Ajv2020({ strict: false })).compile(formJsonSchema(form, CONTEXT))(answers)
    expect(isValid).toBe(checkAnswers(form, answers, CONTEXT).issues.length === 0)
    return isValid
  }

  it('goes through what can be counted, so that it demands exactly what the server demands', () => {
    const screens = { key: 'screens', type: 'number', min: 0, max: 4, step: 1, required: false }
    const form = formOf([model, screens, cost, why])
    expect(accepts(form, { model: 's', screens: 2 })).toBe(true)
    expect(accepts(form, { model: 's', screens: 4 })).toBe(false)
    expect(accepts(form, { model: 's', screens: 4, why: 'Karten' })).toBe(true)
    expect(accepts(form, { model: 'l' })).toBe(false)
    expect(accepts(form, { model: 'l', why: ' ' })).toBe(false)
  })

  it('leaves open what cannot be counted, and says so', () => {
    const form = formOf([model, { key: 'screens', type: 'number', required: false }, cost, why])
    const schema = formJsonSchema(form, CONTEXT)
    expect(schema).toMatchObject({ required: ['model'], properties: { why: { $comment: expect.any(String) } } })
    expect(schema['allOf']).toBeUndefined()
  })

  it('still demands what another part of the condition brings on', () => {
    const either = { any: [why.when, { field: 'model', is: 'equals', value: 'l' }] }
    const form = formOf([model, { key: 'screens', type: 'number', required: false }, cost, { ...why, when: either }])
    expect(accepts(form, { model: 'l' })).toBe(false)
    expect(accepts(form, { model: 's' })).toBe(true)
  })
})

describe('expressions', () => {
  const answers: Answers = {
    count: 3,
    price: 19.99,
    rows: [{ amount: 2 }, { amount: 0.5 }, {}],
    from: '2026-12-24',
    is: true,
    name: 'Ann',
  }
  it.each([
    ['count * price', 59.97],
    ['count × price − 10 ÷ 4', 57.47],
    ['2 + 3 * 4 - -1', 15],
    ['(2 + 3) * 4', 20],
    ['sum(rows.amount)', 2.5],
    ['count(rows)', 3],
    ['min(rows.amount)', 0.5],
    ['max(1, count, 2)', 3],
    ['if(count >= 3 and is, "viel", "wenig")', 'viel'],
    ['if(not is, 1, if(price > 20, 2, 3))', 3],
    ['days(today(), from)', 30],
    ['days(from, "2027-01-01")', 8],
    ['round(price)', 20],
    ['round(price; 1)', 20],
    ['missing + 1', null],
    ['default(missing, 0) + 1', 1],
    ['1 / 0', null],
    ['name & "!"', 'Ann!'],
    ['from > "2026-12-01"', true],
    ['name = "Ann" or missing = 1', true],
    ['constructor', null],
  ])('%s', (expression, expected) => {
    const value = evaluate(expression, answers, '2026-11-24')
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 9)
    else expect(value).toBe(expected)
  })

  it('comes to the same however often it is asked', () => {
    const form = formOf([
      { key: 'a', type: 'number' },
      { key: 'b', type: 'number' },
      { key: 'total', type: 'computed', expression: 'round(a * b / 3, 2) + 0.1 + 0.2' },
    ])
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
        (a, b) => {
          const once = computeValues(form, { a, b }, CONTEXT)
          expect(computeValues(form, { b, a }, CONTEXT)).toEqual(once)
          expect(Number((once['total'] as number).toFixed(2))).toBe(once['total'])
        },
      ),
    )
  })

  it.each([
    ['1 +', 'form.problem.expression.end'],
    ['1 ? 2', 'form.problem.expression.character'],
    ['run(1)', 'form.problem.expression.function'],
    ['if(1)', 'form.problem.expression.arguments'],
    ['1 2', 'form.problem.expression.unexpected'],
    ['b + 1', 'form.problem.unknown'],
    ['a.x', 'form.problem.unknown'],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, 'form.problem.expression.tooDeep'],
  ])('says what is wrong with %s', (expression, key) => {
    const form = formOf([
      { key: 'a', type: 'number' },
      { key: 'total', type: 'computed', expression },
    ])
    expect(checkDefinition(form)).toMatchObject([{ field: 'total', key }])
  })

  it('reads or refuses anything', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => void evaluate(text, answers, '2026-11-24')))
  })
})

describe('what may not be published', () => {
  it.each([
    [
      [
        { key: 'a', type: 'text', when: { field: 'b', is: 'answered' } },
        { key: 'b', type: 'text' },
      ],
      'form.problem.below',
    ],
    [[{ key: 'a', type: 'text', when: { field: 'z', is: 'answered' } }], 'form.problem.unknown'],
    [
      [
        { key: 'a', type: 'yesNo' },
        { key: 'b', type: 'text', when: { field: 'a', is: 'equals', value: 'x' } },
      ],
      'form.problem.comparison',
    ],
    [
      [
        { key: 'a', type: 'text' },
        { key: 'a', type: 'text' },
      ],
      'form.problem.keyTwice',
    ],
    [[{ key: 'not', type: 'text' }], 'form.problem.keyReserved'],
    [[{ key: 'a', type: 'number', min: 3, max: 2 }], 'form.problem.range'],
    [[], 'form.problem.emptyPage'],
  ])('%j', (fields, key) => {
    expect(checkDefinition(formOf(fields as object[])).map((problem) => problem.key)).toContain(key)
  })

  it.each([
    '(a+)+',
    '(a|a)*b',
    'a*a*a*a*b',
    '(?=x)y',
    '(a)\\1',
    '(',
    '(a?b?)*',
    '((a+)?)*',
    'a{0,500}a{0,500}a{0,500}a{0,500}b',
    'a*a*a*a?a?b',
  ])('the pattern %s', (regex) => {
    expect(isSafePattern(regex)).toBe(false)
  })
  it.each([
    '[A-Z]{2}\\d{4}',
    '(?:DE|AT)\\d+',
    '\\d{5}(-\\d{4})?',
    'M-\\p{L}+ ?\\d{1,4}',
    '([A-Z]{2} )*x',
    '\\d{1,30}( ?\\d{2,8})?',
  ])('but %s may', (regex) => {
    expect(isSafePattern(regex)).toBe(true)
  })

  it('a file with fields that nobody knows', () => {
    const form = formOf([{ key: 'a', type: 'text' }])
    expect(FormDefinition.safeParse({ ...form, script: 'x' }).success).toBe(false)
  })
})

it('computed texts do not grow without end, however many fields double each other', () => {
  const doubling = (n: number) => ({
    key: `c${n}`,
    type: 'computed',
    expression: n === 0 ? 'a & a' : `c${n - 1} & c${n - 1}`,
  })
  const form = formOf([{ key: 'a', type: 'text' }, ...Array.from({ length: 40 }, (_, n) => doubling(n))])
  const { answers } = checkAnswers(form, { a: 'x'.repeat(500) }, CONTEXT)
  expect(answers['c0']).toHaveLength(1000)
  expect(answers['c39']).toBeUndefined()
})

describe('what a submitted form says', () => {
  const form = formOf([
    { key: 'amount', type: 'number' },
    { key: 'tags', type: 'choice', many: true, options: [{ value: 'x', label: { de: 'X' } }] },
    { key: 'rows', type: 'table', columns: [{ key: 'what', label: { de: 'Was' }, type: 'text' }] },
    { key: 'place', type: 'address' },
    { key: 'ok', type: 'yesNo' },
    { key: 'papers', type: 'file' },
  ])
  const source = (values: Record<string, string[]>) => ({
    all: (name: string) => values[name] ?? [],
    get: (name: string) => values[name]?.at(-1) ?? '',
  })
  it('leaves out what is empty, and takes rows away', () => {
    const answers = answersOf(
      form.pages,
      source({
        'answers.amount': ['12,5'],
        'answers.tags': ['', 'x'],
        'answers.rows.row': ['0', '1', '2'],
        'answers.rows.0.what': ['Kabel'],
        'answers.rows.1.what': [' '],
        'answers.rows.2.what': ['Maus'],
        'answers.rows.remove': ['0'],
        'answers.place.country': ['DE'],
        'answers.ok': ['no'],
        'answers.papers.kept': [
          '11111111-1111-7111-8111-111111111111 a.pdf',
          '22222222-2222-7222-8222-222222222222 b.pdf',
        ],
        'answers.papers.remove': ['11111111-1111-7111-8111-111111111111'],
      }),
    )
    expect(answers).toEqual({
      amount: 12.5,
      tags: ['x'],
      rows: [{ what: 'Maus' }],
      ok: false,
      papers: ['22222222-2222-7222-8222-222222222222'],
    })
  })
})
