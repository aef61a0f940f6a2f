import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Price } from '../content.ts'
import {
  canBecome,
  ITEM_STATES,
  isCancellable,
  isDone,
  isSamePrice,
  numberOf,
  orderStateOf,
  priceKindOf,
  referenceOf,
  sumsOf,
  taxIn,
} from '../rules.ts'

const price = fc.record({
  once: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  recurring: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  every: fc.constantFrom('month' as const, 'year' as const),
  currency: fc.constant('EUR'),
  taxPercent: fc.constantFrom(0, 7, 19),
})

describe('the states of an item', () => {
  it('end: from every state no way leads round in a circle', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ITEM_STATES), { minLength: 1, maxLength: 30 }), (wishes) => {
        let state = wishes[0] as (typeof ITEM_STATES)[number]
        const been = [state]
        for (const wish of wishes.slice(1))
          if (canBecome(state, wish)) {
            state = wish
            been.push(state)
          }
        expect(new Set(been).size).toBe(been.length)
      }),
    )
  })

  it('cannot be taken back once somebody is at it', () => {
    expect(ITEM_STATES.filter(isCancellable)).toEqual(['ordered', 'approval'])
    for (const state of ITEM_STATES) expect(isCancellable(state) && isDone(state)).toBe(false)
  })

  it('make the state of the order: what is under way counts first', () => {
    expect(orderStateOf(['delivered', 'approval'])).toBe('approval')
    expect(orderStateOf(['delivered', 'fulfilment'])).toBe('fulfilment')
    expect(orderStateOf(['delivered', 'declined'])).toBe('delivered')
    expect(orderStateOf(['cancelled', 'cancelled'])).toBe('cancelled')
  })
})

describe('money', () => {
  it('adds up to the cent, whatever the order of the items', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ price, quantity: fc.integer({ min: 1, max: 99 }) })), (items) => {
        const sums = sumsOf(items, 'EUR')
        expect(sums).toEqual(sumsOf(items.toReversed(), 'EUR'))
        expect(sums.once.cents).toBe(items.reduce((sum, item) => sum + (item.price.once ?? 0) * item.quantity, 0))
        expect(Number.isInteger(sums.monthly.cents)).toBe(true)
      }),
    )
  })

  it('contains the tax that stands in the invoice', () => {
    expect(taxIn(11900, 19)).toBe(1900)
    expect(taxIn(1070, 7)).toBe(70)
    expect(taxIn(500, 0)).toBe(0)
  })

  it('says what kind of price it is', () => {
    const kind = (given: object) => priceKindOf(Price.parse(given))
    expect([kind({}), kind({ once: 1 }), kind({ recurring: 1 }), kind({ once: 1, recurring: 1 })]).toEqual([
      'free',
      'once',
      'recurring',
      'both',
    ])
    expect(kind({ once: 0 })).toBe('free')
  })

  it('is the same when all of it is', () => {
    fc.assert(
      fc.property(price, price, (one, other) => {
        expect(isSamePrice(one, one)).toBe(true)
        expect(isSamePrice(one, other)).toBe(isSamePrice(other, one))
      }),
    )
  })
})

describe('references and days', () => {
  it('are read as they were written, with a check letter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (number) => {
        expect(numberOf(referenceOf(number))).toBe(number)
      }),
    )
    expect(numberOf('R-24001-A')).toBeNull()
  })
})
