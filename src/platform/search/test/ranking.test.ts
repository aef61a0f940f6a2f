import { describe, expect, test } from 'vitest'
import { ask, findable, ids, indexOf } from './builders.ts'

const day = 86_400_000

describe('order', () => {
  test('the title counts more than the text', () => {
    const titled = findable({ title: 'Zählerwechsel', text: 'Ablauf beim Kunden.' })
    const mentioned = findable({ title: 'Ablauf', text: 'Beim Kunden: Zählerwechsel.' })
    expect(ids(ask(indexOf(mentioned, titled), 'Zählerwechsel'))[0]).toBe(titled.id)
  })

  test('words that stand together count more than the same words apart', () => {
    const together = findable({ title: 'Hinweise', text: 'Das rote Licht blinkt. Die Pumpe läuft.' })
    const apart = findable({ title: 'Hinweise', text: 'Die rote Pumpe läuft. Das Licht blinkt.' })
    expect(ids(ask(indexOf(apart, together), 'rotes Licht'))[0]).toBe(together.id)
  })

  test('keywords find what the text does not say', () => {
    const wanted = findable({ title: 'Abschlag', text: 'Monatliche Zahlung.', keywords: ['Vorauszahlung'] })
    expect(ids(ask(indexOf(wanted, findable({ title: 'Anderes' })), 'Vorauszahlung'))).toEqual([wanted.id])
  })

  test('weight and age decide between equals', () => {
    const twin = (id: string, over: object) => findable({ id, title: 'Umzug melden', text: 'Umzug.', ...over })
    expect(ids(ask(indexOf(twin('a', { weight: 0.5 }), twin('b', { weight: 2 }), twin('c', {})), 'Umzug'))).toEqual([
      'b',
      'c',
      'a',
    ])
    const now = 5000 * day
    expect(ids(ask(indexOf(twin('old', { updatedAt: 0 }), twin('new', { updatedAt: now })), 'Umzug', { now }))[0]).toBe(
      'new',
    )
  })

  test('synonyms of editors apply to the next question, in the languages they are for', () => {
    const wanted = findable({ title: 'Abwesenheit', text: 'Abwesenheit eintragen.' })
    const index = indexOf(wanted, findable({ title: 'Anderes' }))
    expect(ids(ask(index, 'Brückentag'))).toEqual([])
    index.setSynonyms([{ lang: 'de', words: ['Brückentag', 'Abwesenheit'] }])
    expect(ids(ask(index, 'Brückentage'))).toEqual([wanted.id])
    index.setSynonyms([{ lang: 'en', words: ['Brückentag', 'Abwesenheit'] }])
    expect(ids(ask(index, 'Brückentag'))).toEqual([])
  })
})

describe('result', () => {
  const many = Array.from({ length: 45 }, (_, i) =>
    findable({
      id: `${i}`,
      kind: i % 3 === 0 ? 'service' : 'article',
      title: `Parkausweis ${i}`,
      text: 'Parken.',
      facets: { area: [i % 2 === 0 ? 'Nord' : 'Süd'] },
    }),
  )
  const index = indexOf(...many)

  test('pages do not overlap and leave nothing out', () => {
    const pages = [0, 20, 40].flatMap((offset) => ids(ask(index, 'Parkausweis', { limit: 20, offset })))
    expect(new Set(pages).size).toBe(45)
    expect(ask(index, 'Parkausweis', { limit: 5 }).total).toBe(45)
  })

  test('facets count everything found, and filters narrow it', () => {
    const { facets } = ask(index, 'Parkausweis')
    expect(facets['area']).toEqual([
      { value: 'Nord', count: 23 },
      { value: 'Süd', count: 22 },
    ])
    expect(facets['kind']).toEqual([
      { value: 'article', count: 30 },
      { value: 'service', count: 15 },
    ])
    expect(ask(index, 'Parkausweis', { filters: { area: ['Süd'] } }).total).toBe(22)
    expect(ask(index, 'Parkausweis', { kinds: ['service'] }).total).toBe(15)
    expect(ask(index, 'Parkausweis', { kinds: [] }).total).toBe(0)
  })

  test('an empty question finds nothing', () => {
    for (const text of ['', ' ', '?!'])
      expect(ask(index, text)).toMatchObject({ hits: [], total: 0, confidence: 0, answered: false })
  })

  test('the explanation adds up to the score', () => {
    const { hits } = ask(index, 'Parkausweis 7')
    const explained = index.explain({ text: 'Parkausweis 7', lang: 'de', audiences: new Set() }, '7')
    expect(explained).toMatchObject({ found: true, rank: 1, score: hits[0]?.score })
    expect(explained.parts.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(explained.score, 6)
    expect(explained.words.map((word) => word.word)).toEqual(['parkausweis', '7'])
  })
})
