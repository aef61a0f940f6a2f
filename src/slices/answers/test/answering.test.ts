import { describe, expect, it } from 'vitest'
import { type Answer, answersAmong } from '../answering.ts'

const one = (id: string, rest: Partial<Parameters<typeof answersAmong>[0][number]> = {}) => ({
  id,
  score: 10,
  confidence: 0.9,
  products: [] as string[],
  audience: null,
  ...rest,
})
const answers = (...found: Parameters<typeof answersAmong>[0]) => answersAmong(found)

describe('what answers a question', () => {
  it('is the first thing found', () => {
    expect(answers()).toEqual([])
    expect(answers(one('a'), one('b'))).toEqual<Answer[]>([{ id: 'a', label: null }])
  })

  it('is one for each product, labelled, when they are as good', () => {
    expect(
      answers(
        one('a', { products: ['Strom'] }),
        one('b', { score: 9, products: ['Strom', 'Gas'] }),
        one('c', { score: 9, products: ['Gas', 'Wasser', 'Fernwärme'] }),
      ),
    ).toEqual([
      { id: 'a', label: 'Strom' },
      { id: 'c', label: 'Gas, Wasser' },
    ])
  })

  it('is one for each audience', () => {
    expect(answers(one('a', { audience: 'Beschäftigte' }), one('b', { score: 9 }))).toEqual([
      { id: 'a', label: 'Beschäftigte' },
      { id: 'b', label: null },
    ])
  })

  it('is not what is much less likely, and never more than three', () => {
    const products = ['A', 'B', 'C', 'D'].map((product, n) => one(product, { score: 10 - n / 2, products: [product] }))
    expect(answers(...products)).toHaveLength(3)
    expect(answers(one('a', { products: ['A'] }), one('b', { products: ['B'], score: 7 }))).toHaveLength(1)
    expect(answers(one('a', { products: ['A'] }), one('b', { products: ['B'], confidence: 0.4 }))).toHaveLength(1)
  })
})
