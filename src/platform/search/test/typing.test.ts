import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typingDistance } from '../text/distance.ts'
import { ask, findable, ids, indexOf } from './builders.ts'

const titles = [
  'Passwort zurücksetzen',
  'Rechnung bezahlen',
  'Zählerstand melden',
  'Vertrag kündigen',
  'Umzug mitteilen',
  'Abschlag ändern',
]
const index = indexOf(...titles.map((title) => findable({ id: title, title, text: `${title}.` })))

describe('typing errors', () => {
  test.each([
    ['Pasword', 'Passwort zurücksetzen', 'Passwort'],
    ['Rehcnung', 'Rechnung bezahlen', 'Rechnung'],
    ['Zahlerstnad', 'Zählerstand melden', 'Zählerstand'],
    ['kündugen', 'Vertrag kündigen', 'kündigen'],
  ])('"%s" finds "%s"', (typed, title, meant) => {
    const result = ask(index, typed)
    expect(ids(result)[0]).toBe(title)
    expect(result.didYouMean).toBe(meant)
  })

  test('a question spelt right gets no correction', () => {
    for (const title of titles) expect(ask(index, title).didYouMean).toBeUndefined()
  })

  test('the rest of the question stays as it was typed', () => {
    expect(ask(index, 'Wie kann ich meine Rechnug  bezahlen?').didYouMean).toBe(
      'Wie kann ich meine Rechnung  bezahlen?',
    )
  })

  test('any single slip in a long word is forgiven', () => {
    const words = ['zurucksetzen', 'zahlerstand', 'rechnung', 'passwort', 'mitteilen']
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.nat(),
        fc.constantFrom(...letters),
        fc.constantFrom('leave out', 'put in', 'replace', 'swap'),
        (word, at, letter, slip) => {
          const i = 1 + (at % (word.length - 2))
          const typed =
            slip === 'leave out'
              ? word.slice(0, i) + word.slice(i + 1)
              : slip === 'put in'
                ? word.slice(0, i) + letter + word.slice(i)
                : slip === 'replace'
                  ? word.slice(0, i) + letter + word.slice(i + 1)
                  : word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2)
          const wanted = ids(ask(index, word))[0]
          return ids(ask(index, typed))[0] === wanted
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('distance of two words', () => {
  test('is symmetric, zero only for equal words, and never above the number of letters to change', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeσωß'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = typingDistance(a, b, 20)
        expect(distance).toBeCloseTo(typingDistance(b, a, 20), 6)
        expect(distance === 0).toBe(a === b)
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})

describe('while typing', () => {
  test('the last word is a beginning, the others are not', () => {
    const texts = (text: string) =>
      index.suggest({ text, lang: 'de', audiences: new Set() }).map((suggestion) => suggestion.text)
    expect(texts('rech')).toEqual(['Rechnung bezahlen'])
    expect(texts('vertrag kü')[0]).toBe('Vertrag kündigen')
    expect(texts('xyz')).toEqual([])
  })
})
