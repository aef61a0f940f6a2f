import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Narrowing } from '../../../kernel/clarification.ts'
import { callBy, openTheke } from '../../../test/theke.ts'
import { handOverSearch } from '../hand-over.ts'
import { Narrowings, narrowingText } from '../narrowing.ts'
import { searchOperation } from '../operations/search.ts'
import { COLLECTION, findable } from './builders.ts'

const SECRET = 'b1000000-0000-7000-8000-000000000001'
let theke: Awaited<ReturnType<typeof openTheke>>
beforeAll(async () => {
  theke = await openTheke()
  theke.search.put([...COLLECTION, findable({ id: 's:1:de', title: 'Tresorcode', audience: SECRET })])
})

const values = fc.string({ minLength: 1, maxLength: 40 })
const narrowings: fc.Arbitrary<Narrowing> = fc.oneof(
  fc.record({ facet: fc.constantFrom('product', 'word', 'title'), value: values }),
  fc.record({ facet: fc.constantFrom('product', 'word'), noneOf: fc.array(values, { minLength: 1, maxLength: 5 }) }),
)

describe('answers to clarifying questions', () => {
  it('survive being put into an address', () => {
    fc.assert(
      fc.property(fc.array(narrowings, { maxLength: 3 }), (given) => {
        const query = new URLSearchParams(given.map((one) => ['c', narrowingText(one)]))
        expect(Narrowings.parse(new URLSearchParams(`${query}`).getAll('c'))).toEqual(given)
      }),
    )
  })

  it('stay readable there, whatever the alphabet', () => {
    expect(narrowingText({ facet: 'word', noneOf: ['τιμές', '50 %', 'a|b'] })).toBe('word!=τιμές|50 %25|a%7Cb')
  })

  it.each(['product', '=strom', 'pro duct=x', 'product='])('are refused when they are none: %s', async (narrowed) => {
    await expect(theke.runner.run(searchOperation, callBy(), { q: 'x', narrowed })).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: ['narrowed'] }],
    })
  })

  it('are named, to be taken back, without naming what the asker may not read', async () => {
    const { narrowed } = await theke.runner.run(searchOperation, callBy(), {
      q: 'Zähler',
      narrowed: ['word=Strom', 'title!=a%3A1%3Ade|s%3A1%3Ade'],
    })
    expect(narrowed).toEqual([
      { facet: 'word', isNone: false, labels: ['Strom'], narrowed: 'word=Strom' },
      {
        facet: 'title',
        isNone: true,
        labels: ['Zählerstand ablesen und melden', '–'],
        narrowed: 'title!=a:1:de|s:1:de',
      },
    ])
  })

  it('go along to a person', async () => {
    const key = new URLSearchParams([
      ['q', 'Zähler kaputt'],
      ['c', 'word=Strom'],
      ['c', 'word!=Gas|Wasser'],
    ])
    const handOver = await theke.runner.inCtx(callBy({}, 'en'), (ctx) => handOverSearch(ctx, `${key}`))
    expect(handOver).toEqual({
      question: 'Zähler kaputt',
      steps: [
        { question: 'Is it about one of these?', answer: 'Strom' },
        { question: 'Is it about one of these?', answer: 'Not: Gas, Wasser' },
      ],
      read: [],
    })
    const nothing = theke.runner.inCtx(callBy(), (ctx) => handOverSearch(ctx, 'c=nonsense'))
    expect(await nothing).toBeNull()
  })
})
