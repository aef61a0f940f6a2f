import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idOfSigned, signedId } from '../../../kernel/signed-id.ts'
import { Definition, Line, stepsById } from '../definition.ts'
import { nextOf, questionsLeft, readAnswer, runTest, settle } from '../rules.ts'
import { completeness, problemsOf } from '../rules-publishing.ts'
import { fillInMarkdown, htmlOf, plainOf } from '../texts.ts'
import { SAMPLE } from './builders.ts'

const TODAY = '2026-11-24'
const known = { lookups: new Set(['requests.open']), today: TODAY }
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const title = { de: 'Text' }
const to = fc.option(fc.constantFrom(...ids, 'gone'), { freq: 12 })

const line = fc.oneof(
  fc.record({ is: fc.constantFrom('at-least', 'below'), step: fc.constantFrom(...ids), number: fc.integer() }),
  fc.record({ is: fc.constantFrom('signed-in', 'signed-out') }),
)

/** Any step: most definitions made of them are broken, some are not. */
const step = (id: string) =>
  fc.oneof(
    fc.record({ id: fc.constant(id), title: fc.constant(title), kind: fc.constant('say'), to }),
    fc.record({ id: fc.constant(id), title: fc.constant(title), kind: fc.constant('number'), to }),
    fc.record({
      id: fc.constant(id),
      kind: fc.constant('check'),
      lines: fc.array(line, { minLength: 1, maxLength: 2 }),
      to,
      otherwise: to,
    }),
    fc.record({
      id: fc.constant(id),
      title: fc.constant(title),
      kind: fc.constant('choice'),
      options: fc.array(fc.record({ id: fc.constantFrom('x', 'y', 'z'), label: fc.constant(title), to }), {
        maxLength: 3,
      }),
    }),
    fc.record({ id: fc.constant(id), title: fc.constant(title), kind: fc.constant('end') }),
  )

const anything = fc.tuple(...ids.map(step)).map((steps) => Definition.parse({ title, start: 'a', steps }))

/** Publishable by construction: every step leads to later ones, the last is an end; what nobody reaches is left out. */
const publishable = fc
  .tuple(...ids.map((id, n) => fc.tuple(step(id), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), fc.constant(n))))
  .map((drawn) => {
    const steps = drawn.map(([one, picks, n]) => {
      const later = ids.slice(n + 1)
      const pick = (at: number) => later[(picks[at] ?? 0) % later.length] as string
      if (later.length === 0) return { id: one.id, title, kind: 'end' }
      if (one.kind === 'check') return { ...one, to: pick(0), otherwise: pick(1), lines: [{ is: 'signed-in' }] }
      if (one.kind === 'choice')
        return { ...one, options: ['x', 'y'].map((id, at) => ({ id, label: title, to: pick(at) })) }
      return one.kind === 'end' ? one : { ...one, to: pick(0) }
    })
    const whole = Definition.parse({ title, start: 'a', steps })
    const gone = new Set(problemsOf(whole, known).flatMap((one) => (one.code === 'unreachable' ? [one.step] : [])))
    return { ...whole, steps: whole.steps.filter(({ id }) => !gone.has(id)) }
  })

/** Walks to an end, answering as the numbers say; gives the steps passed. */
function walk(definition: Definition, choices: readonly number[]): string[] {
  const passed: string[] = []
  const answers = new Map<string, string>()
  let at = definition.start as string
  for (let n = 0; n <= definition.steps.length; n++) {
    const place = settle(definition, at, { answers, audiences: new Set(), signedIn: n % 2 === 0, today: TODAY })
    passed.push(...place.via, place.at)
    const found = stepsById(definition).get(place.at)
    if (!found || found.kind === 'end') return passed
    const number = choices[n % choices.length] ?? 0
    const value = found.kind === 'choice' ? (found.options[number % found.options.length]?.id ?? '') : String(number)
    answers.set(found.id, value)
    at = nextOf(found, value) ?? ''
  }
  throw new Error('does not end')
}

describe('any definition', () => {
  test('that may be published ends, whatever is answered, without leaving its steps', () => {
    fc.assert(
      fc.property(publishable, fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (definition, choices) => {
        expect(problemsOf(definition, known).filter(({ code }) => code !== 'sameId')).toEqual([])
        const passed = walk(definition, choices)
        for (const id of passed) expect(stepsById(definition).has(id)).toBe(true)
        expect(new Set(passed).size).toBe(passed.length)
        expect(questionsLeft(definition, 'a')).toBeLessThanOrEqual(definition.steps.length)
      }),
    )
  })

  test('in which somebody could get stuck or walk in circles is refused', () => {
    fc.assert(
      fc.property(anything, fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (definition, choices) => {
        if (problemsOf(definition, known).length > 0) return
        expect(walk(definition, choices).length).toBeGreaterThan(0)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('what keeps from publishing', () => {
  const base = Definition.parse(SAMPLE)
  const without = (id: string) => ({ ...base, steps: base.steps.filter((one) => one.id !== id) })
  const changed = (id: string, change: object) =>
    Definition.parse({ ...SAMPLE, steps: SAMPLE.steps?.map((one) => (one.id === id ? { ...one, ...change } : one)) })
  const end = { id: 'lonely', kind: 'end' as const, title }

  test.each([
    ['nothing', base, []],
    ['a title', { ...base, title: {} }, ['noTitle']],
    ['a start', { ...base, start: null }, ['noStart']],
    ['a step that something leads to', without('day'), ['unknownStep', 'unreachable', 'unreachable', 'unreachable']],
    ['a way on', changed('note', { to: null }), ['deadEnd', 'unreachable', 'unreachable']],
    ['an end to a circle', changed('note', { to: 'who' }), ['loop', 'unreachable', 'unreachable']],
    [
      'a way to a step',
      { ...base, steps: [...base.steps, Definition.parse({ steps: [end] }).steps[0]] },
      ['unreachable'],
    ],
    ['a text', changed('note', { title: {} }), ['noText']],
    ['options', changed('who', { options: [] }), ['noOptions', ...base.steps.slice(1).map(() => 'unreachable')]],
    ['two ids', { ...base, steps: [...base.steps, base.steps[6]] }, ['sameId']],
    ['a look-up', changed('own', { lookup: 'no.such' }), ['unknownLookup']],
    ['lines', changed('many', { lines: [] }), ['noLines']],
    [
      'an answer to look at',
      changed('many', { lines: [{ is: 'at-least', step: 'gone', number: 1 }] }),
      ['unknownAnswer'],
    ],
    [
      'an answer of that kind',
      changed('many', { lines: [{ is: 'at-least', step: 'who', number: 1 }] }),
      ['wrongAnswer'],
    ],
    [
      'an option to compare with',
      changed('many', { lines: [{ is: 'one-of', step: 'who', values: ['gone'] }] }),
      ['wrongAnswer'],
    ],
    ['a target', changed('done', { outcome: { type: 'article' } }), ['noTarget']],
    ['words of a picture', changed('done', { picture: { file: 'x', alt: {} } }), ['noAlt']],
    [
      'a passing test',
      { ...base, tests: [{ name: 'T', answers: [], audiences: [], signedIn: false, end: 'done' }] },
      ['testFails'],
    ],
  ])('wants %s', (_what, definition, codes) => {
    expect(problemsOf(definition as Definition, known).map((one) => one.code)).toEqual(codes)
  })

  test('names the circle', () => {
    expect(problemsOf(changed('note', { to: 'people' }), known)).toContainEqual(
      expect.objectContaining({ code: 'loop', values: { steps: 'people → many → day → note → people' } }),
    )
  })
})

describe('test cases', () => {
  const definition = Definition.parse(SAMPLE)
  const run = (answers: [string, string][], end: string) =>
    runTest(
      definition,
      { name: 'T', answers: answers.map(([step, value]) => ({ step, value })), audiences: [], signedIn: false, end },
      TODAY,
    )

  test('reach the end that they expect', () => {
    expect(
      run(
        [
          ['who', 'me'],
          ['people', '2'],
          ['day', 'today+3'],
          ['own', ''],
        ],
        'done',
      ),
    ).toEqual({ at: 'done', passed: true })
    expect(run([['who', 'firm']], 'person')).toEqual({ at: 'person', passed: true })
  })
  test('fail where an answer is missing, does not fit or leads elsewhere', () => {
    expect(run([['who', 'me']], 'done')).toEqual({ at: 'people', passed: false })
    expect(
      run(
        [
          ['who', 'me'],
          ['people', '99'],
        ],
        'done',
      ),
    ).toEqual({ at: 'people', passed: false })
    expect(run([['who', 'firm']], 'done')).toEqual({ at: 'person', passed: false })
  })
})

test.each([
  ['1.234,5', '1234.5'],
  ['1,234.5', '1234.5'],
  ['3,5', '3.5'],
  ['3.5', '3.5'],
  [' 12 ', '12'],
])('the number %s is %s', (typed, value) => {
  const [step] = Definition.parse({ steps: [{ id: 'n', kind: 'number' }] }).steps
  expect(readAnswer(step as never, typed, TODAY)).toEqual({ value })
})

test('lines about what was never answered do not hold, except that it is none of something', () => {
  const facts = { answers: new Map<string, string>(), audiences: new Set<string>(), signedIn: false, today: TODAY }
  const holds = (line: object) =>
    settle(
      Definition.parse({
        steps: [
          { id: 'c', kind: 'check', lines: [Line.parse(line)], to: 'y', otherwise: 'n' },
          { id: 'y', kind: 'end' },
          { id: 'n', kind: 'end' },
        ],
      }),
      'c',
      facts,
    ).at
  expect(holds({ is: 'at-least', step: 'x', number: 0 })).toBe('n')
  expect(holds({ is: 'below', step: 'x', number: 0 })).toBe('n')
  expect(holds({ is: 'within-days', step: 'x', days: 3 })).toBe('n')
  expect(holds({ is: 'after-days', step: 'x', days: 3 })).toBe('n')
  expect(holds({ is: 'one-of', step: 'x', values: ['a'] })).toBe('n')
  expect(holds({ is: 'none-of', step: 'x', values: ['a'] })).toBe('y')
})

describe('texts', () => {
  test('are Markdown without HTML and without dangerous links', () => {
    const html = htmlOf(
      '<b>x</b> [a](javascript:alert(1)) [b](/help) [c](//evil) ![p](http://x/y.png)',
      (path) => `/de${path}`,
    )
    expect(html).not.toMatch(/<b>|href="javascript|<img|href="\/\/evil/)
    expect(html).toContain('href="/de/help"')
  })
  test('what people typed stays plain text', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const html = htmlOf(fillInMarkdown('Um {{it}}', new Map([['it', typed]])), (path) => path)
        expect(html).not.toMatch(/<(?!\/?p>)/)
      }),
    )
  })
  test('are words when read aloud', () => {
    expect(plainOf('1. **Eins**\n2. [Zwei](/x)\n\nUnd\nmehr')).toBe('Eins\nZwei\nUnd mehr')
  })
  test('tell how much is translated', () => {
    expect(completeness(Definition.parse(SAMPLE)).map(({ lang, filled }) => [lang, filled])).toEqual([
      ['de', 14],
      ['en', 3],
      ['el', 0],
    ])
  })
})

test('a signed id opens only what it was signed for', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string(), (id, other) => {
      const link = signedId('secret', 'journey', id)
      expect(idOfSigned(link, 'secret', 'journey')).toBe(id)
      expect(idOfSigned(link, 'secret', 'else')).toBeNull()
      expect(idOfSigned(link, 'other', 'journey')).toBeNull()
      expect(idOfSigned(other, 'secret', 'journey')).toBeNull()
    }),
  )
})
