import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseQuestion, MOST_OPTIONS } from '../clarify/choose.ts'
import type { Narrowing } from '../index.ts'
import { ask, findable, ids, indexOf } from './builders.ts'

const free = () => 0

describe('the question that separates best', () => {
  test('what everybody has separates nothing', () => {
    const aspects = [{ facet: 'place', values: new Map([['Augsburg', [0, 1, 2]]]) }]
    expect(chooseQuestion([0.4, 0.3, 0.3], aspects, free)).toBeUndefined()
  })

  test('an even split is preferred to an uneven one', () => {
    const even = { facet: 'device', values: new Map([['phone', [0, 1]]]) }
    const uneven = { facet: 'product', values: new Map([['router', [0]]]) }
    expect(chooseQuestion([0.25, 0.25, 0.25, 0.25], [uneven, even], free)?.facet).toBe('device')
  })

  test('a question that costs more than it tells is not asked', () => {
    const aspects = [{ facet: 'device', values: new Map([['phone', [0]]]) }]
    expect(chooseQuestion([0.5, 0.5], aspects, () => 0.9)?.gain).toBeCloseTo(0.1)
    expect(chooseQuestion([0.5, 0.5], aspects, () => 1.1)).toBeUndefined()
  })

  test('at most five options, never more told than there is to know', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(9), { minLength: 1, maxLength: 10 }), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 10, maxLength: 10 }),
        (members, weights) => {
          const all = weights.reduce((sum, weight) => sum + weight, 0)
          const chances = weights.map((weight) => weight / all)
          const values = new Map(members.map((list, i) => [`${i}`, [...new Set(list)]]))
          const choice = chooseQuestion(chances, [{ facet: 'f', values }], free)
          const entropy = -chances.reduce((sum, chance) => sum + chance * Math.log2(chance), 0)
          expect(choice?.values.length ?? 0).toBeLessThanOrEqual(MOST_OPTIONS)
          expect(choice?.gain ?? 0).toBeLessThanOrEqual(entropy + 1e-9)
        },
      ),
    )
  })
})

const devices = ['Telefon', 'Laptop', 'Drucker']
const manuals = devices.flatMap((device) =>
  ['einrichten', 'zurücksetzen'].map((what) =>
    findable({
      id: `${device} ${what}`,
      title: `Gerät ${what}`,
      text: `Gerät ${what}: so geht es.`,
      facets: { device: [device], portal: ['*'] },
    }),
  ),
)
const hidden = findable({
  id: 'hidden',
  title: 'Gerät Zugvogel',
  text: 'Gerät Zugvogel',
  facets: { device: ['Zugvogel'] },
  audience: 'board',
})
const index = indexOf(...manuals, hidden)

describe('asking back', () => {
  test('only when asked to, and not when one answer stands out', () => {
    expect(ask(index, 'Gerät').clarification).toBeUndefined()
    const sure = indexOf(
      ...manuals,
      findable({ title: 'Zählerstand melden', text: 'Den Zählerstand melden Sie hier.' }),
    )
    expect(ask(sure, 'Zählerstand melden', { clarify: 'unsure' }).clarification).toBeUndefined()
  })

  test('asks for the device, and finds what has the one named', () => {
    const { clarification } = ask(index, 'Gerät', { clarify: 'always' })
    expect(clarification?.facet).toBe('device')
    expect(clarification?.options.map(({ value, count }) => [value, count]).sort()).toEqual([
      ['Drucker', 2],
      ['Laptop', 2],
      ['Telefon', 2],
    ])
    const narrowed: Narrowing[] = [{ facet: 'device', value: 'Laptop' }]
    const after = ask(index, 'Gerät', { narrowed, clarify: 'always' })
    expect(ids(after).sort()).toEqual(['Laptop einrichten', 'Laptop zurücksetzen'])
    expect(after.total).toBe(2)
  })

  test('none of these leaves the others', () => {
    const narrowed: Narrowing[] = [{ facet: 'device', noneOf: ['Laptop', 'Drucker'] }]
    expect(ids(ask(index, 'Gerät', { narrowed })).sort()).toEqual(['Telefon einrichten', 'Telefon zurücksetzen'])
  })

  test('by words of the content, as they are written there, where nothing carries a facet', () => {
    const plain = indexOf(...manuals.map(({ facets, ...manual }) => ({ ...manual, facets: { portal: ['*'] } })))
    const { clarification } = ask(plain, 'Gerät', { clarify: 'always', clarifyBy: [] })
    expect(clarification?.facet).toBe('word')
    const labels = clarification?.options.map(({ label }) => label) ?? []
    expect(['einrichten', 'zurücksetzen']).toContain(labels[0])
    const narrowed: Narrowing[] = [{ facet: 'word', value: 'zurücksetzen' }]
    expect(ids(ask(plain, 'Gerät', { narrowed })).every((id) => id.endsWith('zurücksetzen'))).toBe(true)
  })

  test('no small or everyday words, and nouns rather than what stands beside them', () => {
    const about = ['Balkon', 'Garage', 'Terrasse'].flatMap((place) =>
      ['a', 'b'].map((letter) =>
        findable({
          id: `${place} ${letter}`,
          title: 'Anschluss',
          text: `Der Anschluss ist nach Wunsch möglich: am ${place} prüfen, am ${place} prüfen, nach drei Tagen weiter.`,
        }),
      ),
    )
    const { clarification } = ask(indexOf(...about), 'Anschluss', { clarify: 'always' })
    expect(clarification?.facet).toBe('word')
    const labels = clarification?.options.map(({ label }) => label) ?? []
    expect(labels.length).toBeGreaterThan(1)
    expect(['Balkon', 'Garage', 'Terrasse']).toEqual(expect.arrayContaining(labels))
  })

  test('never a fourth time', () => {
    const narrowed: Narrowing[] = ['x', 'y', 'z'].map((value) => ({ facet: 'device', noneOf: [value] }))
    expect(ask(index, 'Gerät', { narrowed, clarify: 'always' }).clarification).toBeUndefined()
  })

  test('nothing that the asker may not read is offered or counted, or found by an answer', () => {
    for (const clarifyBy of [['device'], []]) {
      const asked = ask(index, 'Gerät', { clarify: 'always', clarifyBy })
      expect(JSON.stringify(asked)).not.toContain('Zugvogel')
    }
    for (const facet of ['device', 'word'])
      expect(ids(ask(index, 'Gerät', { narrowed: [{ facet, value: 'Zugvogel' }] }))).toEqual([])
    expect(ids(ask(index, 'Gerät', { narrowed: [{ facet: 'title', value: 'hidden' }] }))).toEqual([])
    const board = ask(index, 'Gerät', { clarify: 'always', audiences: new Set(['board']) })
    expect(JSON.stringify(board.clarification)).toContain('Zugvogel')
  })
})
