import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSearchIndex, type Findable } from '../index.ts'
import { ask, findable, ids, indexOf } from './builders.ts'

describe('changes', () => {
  test('are found at once, and what was replaced or removed is not', () => {
    const index = indexOf(findable({ id: 'a', title: 'Müllabfuhr', text: 'Montags.' }))
    index.put([findable({ id: 'a', title: 'Wertstoffhof', text: 'Dienstags.' })])
    expect(ids(ask(index, 'Müllabfuhr'))).toEqual([])
    expect(ids(ask(index, 'Wertstoffhof'))).toEqual(['a'])
    index.remove(['a', 'unknown'])
    expect(ids(ask(index, 'Wertstoffhof'))).toEqual([])
    expect(index.get('a')).toBeUndefined()
  })

  test('removing everything leaves no words behind', () => {
    const things = Array.from({ length: 200 }, (_, i) =>
      findable({ id: `${i}`, title: `Artikel ${i}`, text: `Wort${i} und Silbe${i % 7}` }),
    )
    const index = indexOf(...things)
    expect(index.size.words).toBeGreaterThan(200)
    index.remove(things.map((thing) => thing.id))
    expect(index.size).toMatchObject({ things: 0, words: 0 })
  })

  test('changing the same things again and again does not grow the index', () => {
    const things = Array.from({ length: 100 }, (_, i) =>
      findable({ id: `${i}`, title: `Artikel ${i}`, text: `Wort${i} und Silbe${i % 7} `.repeat(5) }),
    )
    const index = indexOf(...things)
    for (let round = 0; round < 3; round++) index.put(things)
    const { bytes } = index.size
    for (let round = 0; round < 20; round++) index.put(things)
    expect(index.size.bytes).toBeLessThanOrEqual(bytes * 1.1)
  })

  test('what is kept is given back unchanged', () => {
    const thing = findable({
      title: 'Größe – „Maß“',
      text: 'Ελληνικά\nund ein Gedankenstrich – hier.',
      keywords: ['ς'],
    })
    expect(indexOf(thing).get(thing.id)).toEqual(thing)
  })
})

describe('any history of changes', () => {
  const word = fc.constantFrom('strom', 'gas', 'wasser', 'vertrag', 'stromvertrag', 'gasvertrag', 'zahler', 'rechnung')
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    title: text,
    text,
    lang: fc.constantFrom('de', 'en'),
    remove: fc.boolean(),
  })

  test('answers as an index built afresh does', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), text, (steps, question) => {
        const kept = new Map<string, Findable>()
        const index = createSearchIndex()
        for (const { remove, ...rest } of steps) {
          if (remove) {
            index.remove([rest.id])
            kept.delete(rest.id)
          } else {
            const thing = findable(rest)
            index.put([thing])
            kept.set(thing.id, thing)
          }
        }
        const scores = (from: ReturnType<typeof createSearchIndex>) =>
          Object.fromEntries(ask(from, question, { limit: 100 }).hits.map((hit) => [hit.doc.id, hit.score.toFixed(4)]))
        expect(scores(index)).toEqual(scores(indexOf(...kept.values())))
      }),
      { numRuns: 60 },
    )
  })
})
