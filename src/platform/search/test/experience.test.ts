import { describe, expect, test } from 'vitest'
import { ask, findable, ids, indexOf } from './builders.ts'

const outage = findable({
  id: 'outage',
  title: 'Stromausfall',
  text: 'Bei einem Stromausfall prüfen Sie die Sicherung.',
})
const bill = findable({ id: 'bill', title: 'Rechnung für Strom', text: 'Ihre Rechnung für Strom kommt im Januar.' })
const move = findable({ id: 'move', title: 'Umzug mit Strom', text: 'Beim Umzug nehmen Sie Ihren Strom mit.' })
const secret = findable({ id: 'secret', title: 'Notfallplan', text: 'Nur für die Leitwarte.', audience: 'board' })
const word = (text: string, group: string, helped: number, failed = 0) => ({
  lang: 'de' as const,
  word: indexOf().stemsOf(text, 'de')[0] as string,
  group,
  helped,
  failed,
})

describe('what became of readers', () => {
  test('raises what was of use after a word, the more the more often', () => {
    const index = indexOf(outage, bill, move)
    const places = [0, 3, 30].map((helped) => {
      index.setExperience({ words: [word('Strom', 'move', helped)], readers: [] })
      return ask(index, 'Strom').hits.find((hit) => hit.doc.id === 'move')?.score ?? 0
    })
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(new Set(places).size).toBe(3)
    expect(ids(ask(index, 'Strom'))[0]).toBe('move')
  })

  test('finds what contains none of the words, and is surer of it', () => {
    const index = indexOf(outage, bill, move)
    expect(ids(ask(index, 'Licht dunkel'))).toEqual([])
    index.setExperience({ words: [word('Licht', 'outage', 20), word('dunkel', 'outage', 20)], readers: [] })
    const found = ask(index, 'Licht dunkel')
    expect(ids(found)).toEqual(['outage'])
    expect(found.confidence).toBeGreaterThan(0.5)
    expect(ids(ask(index, 'Urlaub'))).toEqual([])
  })

  test('lowers what was of no use, never out of the list', () => {
    const index = indexOf(outage, bill, move)
    const first = ids(ask(index, 'Rechnung Strom'))[0]
    expect(first).toBe('bill')
    const before = ask(index, 'Strom').hits.find((hit) => hit.doc.id === 'bill')?.score ?? 0
    index.setExperience({
      words: [word('Strom', 'bill', 0, 500)],
      readers: [{ group: 'bill', helped: 0, needed: 5000 }],
    })
    const after = ask(index, 'Strom').hits.find((hit) => hit.doc.id === 'bill')?.score ?? 0
    expect(after).toBeLessThan(before)
    expect(after).toBeGreaterThan(before * 0.3)
  })

  test('never shows what the asker may not read, whatever it was worth to others', () => {
    const index = indexOf(outage, bill, secret)
    index.setExperience({ words: [word('Strom', 'secret', 500)], readers: [] })
    expect(ids(ask(index, 'Strom'))).not.toContain('secret')
    expect(ids(ask(index, 'Strom', { audiences: new Set(['board']) }))).toContain('secret')
  })

  test('is explained', () => {
    const index = indexOf(outage, bill, move)
    index.setExperience({
      words: [word('Strom', 'move', 12, 2)],
      readers: [{ group: 'move', helped: 8, needed: 4 }],
    })
    const why = index.explain({ text: 'Strom', lang: 'de', audiences: new Set() }, 'move')
    expect(why.experience).toEqual({
      words: [{ word: 'strom', helped: 12, failed: 2 }],
      readers: { helped: 8, needed: 4 },
    })
    expect(why.parts.find(({ name }) => name === 'experience')?.value).toBeGreaterThan(0)
    const all = why.parts.reduce((sum, { value }) => sum + value, 0)
    expect(all).toBeCloseTo(why.score)
  })
})
