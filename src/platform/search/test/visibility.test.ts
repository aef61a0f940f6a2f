import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Findable, SearchQuery } from '../index.ts'
import { ask, findable, ids, indexOf } from './builders.ts'

const open = findable({
  id: 'open',
  title: 'Urlaub beantragen',
  text: 'Urlaub für alle.',
  facets: { topic: ['Urlaub'] },
})
const secret = findable({
  id: 'secret',
  title: 'Restrukturierung',
  text: 'Projekt Zugvogel: Urlaub gestrichen.',
  audience: 'board',
  facets: { topic: ['Zugvogel'] },
})
const mine = findable({
  id: 'mine',
  kind: 'request',
  title: 'Antrag auf Bildschirmbrille',
  text: 'Meine Brille.',
  audience: null,
  owner: 'anna',
})
const index = indexOf(open, secret, mine)
const board = new Set(['board'])

describe('who finds what', () => {
  test('an audience finds its own, others do not', () => {
    expect(ids(ask(index, 'Zugvogel', { audiences: board }))).toEqual(['secret'])
    expect(ask(index, 'Zugvogel')).toMatchObject({ hits: [], total: 0, facets: {} })
  })

  test('what belongs to a person is found by that person alone', () => {
    expect(ids(ask(index, 'Bildschirmbrille', { person: 'anna' }))).toEqual(['mine'])
    expect(ids(ask(index, 'Bildschirmbrille', { person: 'ben', audiences: board }))).toEqual([])
    expect(ids(ask(index, 'Bildschirmbrille', { person: null }))).toEqual([])
  })

  test('counts and facets leave out what may not be read', () => {
    expect(ask(index, 'Urlaub')).toMatchObject({ total: 1, facets: { topic: [{ value: 'Urlaub', count: 1 }] } })
    expect(ask(index, 'Urlaub', { audiences: board }).total).toBe(2)
  })

  test('no word that stands only in what may not be read is proposed', () => {
    expect(ask(index, 'Zugvogl').didYouMean).toBeUndefined()
    expect(ask(index, 'Zugvogl', { audiences: board }).didYouMean).toBe('Zugvogel')
    expect(index.suggest({ text: 'Restr', lang: 'de', audiences: new Set() })).toEqual([])
    expect(index.suggest({ text: 'Restr', lang: 'de', audiences: board })).toHaveLength(1)
  })

  test('a hidden spelling is not proposed even if a visible one shares its stem', () => {
    const both = indexOf(
      findable({ id: 'a', title: 'Verträge', text: 'Verträge' }),
      findable({ id: 'b', title: 'Vertrags', text: 'Vertrags', audience: 'board' }),
    )
    expect(ask(both, 'Vertrgas').didYouMean ?? '').not.toContain('Vertrags')
  })

  test('a translation that may not be read is not shown in place of one that may', () => {
    const pair = indexOf(
      findable({ id: 'p:en', group: 'p', lang: 'en', title: 'Reset password', text: 'Reset.' }),
      findable({
        id: 'p:de',
        group: 'p',
        lang: 'de',
        title: 'Passwort zurücksetzen',
        text: 'Setzen.',
        audience: 'board',
      }),
    )
    expect(ids(ask(pair, 'reset password', { lang: 'de' }))).toEqual(['p:en'])
  })
})

describe('whatever is hidden, nothing of it shows', () => {
  const word = fc.constantFrom('adler', 'biene', 'chamaleon', 'delfin', 'elefant', 'falke', 'giraffe', 'hamster')
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
  const thing = fc.record({
    title: text,
    text,
    audience: fc.constantFrom(null, 'staff', 'board'),
    owner: fc.option(fc.constantFrom('anna', 'ben'), { nil: undefined, freq: 3 }),
    topic: word,
  })
  const slip = fc
    .tuple(word, fc.nat())
    .map(([typed, at]) => typed.slice(0, at % typed.length) + typed.slice((at % typed.length) + 1))
  const person = fc.constantFrom(null, 'anna', 'ben')
  const groups = fc.constantFrom<ReadonlySet<string>>(new Set(), new Set(['staff']), new Set(['staff', 'board']))

  test('hits, counts, facets, suggestions and corrections come from what may be read', () => {
    fc.assert(
      fc.property(
        fc.array(thing, { maxLength: 12 }),
        fc.array(fc.oneof(word, slip), { minLength: 1, maxLength: 3 }),
        person,
        groups,
        (things, words, asker, audiences) => {
          const all = things.map(({ topic, owner, ...rest }, i) =>
            findable({ id: `${i}`, ...rest, ...(owner && { owner }), facets: { topic: [topic] } }),
          )
          const query: SearchQuery = { text: words.join(' '), lang: 'de', audiences, person: asker, limit: 100 }
          const visible = all.filter((one) => mayRead(one, query))
          const everything = indexOf(...all)
          const result = everything.search(query)
          expect(visible.map((one) => one.id)).toEqual(expect.arrayContaining(ids(result)))
          expect(result.total).toBeLessThanOrEqual(visible.length)
          for (const { value, count } of result.facets['topic'] ?? []) {
            expect(count).toBeLessThanOrEqual(visible.filter((one) => one.facets?.['topic']?.includes(value)).length)
          }
          const readable = new Set([...words, ...visible.flatMap((one) => `${one.title} ${one.text}`.split(' '))])
          for (const proposed of (result.didYouMean ?? '').split(' ').filter(Boolean))
            expect(readable).toContain(proposed)
          for (const { doc } of everything.suggest({ text: query.text, lang: 'de', audiences, person: asker })) {
            expect(visible.map((one) => one.id)).toContain(doc?.id)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

const mayRead = (one: Findable, { audiences, person }: SearchQuery): boolean =>
  one.owner !== undefined ? one.owner === person : one.audience === null || audiences.has(one.audience)
