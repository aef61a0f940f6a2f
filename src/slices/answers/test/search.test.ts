import { beforeAll, describe, expect, it } from 'vitest'
import { callBy, openTheke } from '../../../test/theke.ts'
import { explainRank } from '../operations/explain.ts'
import { searchOperation } from '../operations/search.ts'
import { suggestOperation } from '../operations/suggest.ts'
import { COLLECTION, findable } from './builders.ts'

const SECRET = 'b2000000-0000-7000-8000-000000000001'
const editor = { personId: 'b2000000-0000-7000-8000-00000000000e', permissions: new Set(['answers.manage']) }

let theke: Awaited<ReturnType<typeof openTheke>>
beforeAll(async () => {
  theke = await openTheke()
  theke.search.put([
    ...COLLECTION,
    findable({
      id: 's:1:de',
      group: 's:1',
      title: 'Drachenfels-Zugangscode',
      text: 'Der Zugangscode für den Serverraum Drachenfels steht im Tresor.',
      audience: SECRET,
      facets: { type: ['policy'], category: ['internal'], tag: ['drachenfels'] },
    }),
    findable({
      id: 'p:1:de',
      group: 'p:1',
      title: 'Kantine Speiseplan',
      text: 'Der Speiseplan der Kantine für diese Woche.',
      facets: { portal: ['employees'] },
    }),
  ])
})

const search = (input: Record<string, unknown>, actor = {}, lang: 'de' | 'en' | 'el' = 'de') =>
  theke.runner.run(searchOperation, callBy(actor, lang), input)

describe('searching', () => {
  it('answers a misspelt question with the passage, marked', async () => {
    const { items, answered } = await search({ q: 'wie melde ich meinen Zälerstand' })
    expect(answered).toBe(true)
    expect(items[0]).toMatchObject({ id: 'a:1:de', kind: 'how-to', url: '/de/articles/a-1-de', lang: 'de' })
    const [passage] = items[0]?.passages ?? []
    const marked = passage?.marks.map(([start, end]) => passage.text.slice(start, end))
    expect(marked).toContain('Zählerstand')
  })

  it('gives readers their own language', async () => {
    const { items } = await search({ q: 'report meter reading' }, {}, 'en')
    expect(items[0]).toMatchObject({ id: 'a:1:en', lang: 'en', url: '/en/articles/a-1-en' })
  })

  it('is narrowed by kind, category and product, and counts what there is', async () => {
    const all = await search({ q: 'Portal Zählerstand Abschlag Bücher' })
    const kinds = new Map(all.facets['kind']?.map(({ value, count }) => [value, count]))
    expect(kinds.get('faq')).toBe(1)
    const faq = await search({ q: 'Portal Zählerstand Abschlag Bücher', kind: 'faq' })
    expect(faq.items.map((item) => item.kind)).toEqual(['faq'])
    const meters = await search({
      q: 'Portal Zählerstand Abschlag Bücher',
      category: 'meters',
      product: ['electricity'],
    })
    expect(meters.items.map((item) => item.id)).toEqual(['a:1:de'])
  })

  it('leads through the pages by its cursor', async () => {
    const first = await search({ q: 'Portal Zählerstand Abschlag Bücher', limit: 2 })
    const second = await search({ q: 'Portal Zählerstand Abschlag Bücher', limit: 2, cursor: first.next })
    expect([...first.items, ...second.items].map((item) => item.id).sort()).toEqual(['a:1:de', 'a:2:de', 'a:3:de'])
    expect(second.next).toBeNull()
  })

  it('refuses a cursor that is none', async () => {
    await expect(search({ q: 'x', cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('says that it does not know', async () => {
    const { answered } = await search({ q: 'Vulkanausbruch auf Island' })
    expect(answered).toBe(false)
  })
})

describe('what somebody may not read', () => {
  it('is in no answer, count, facet, correction or suggestion', async () => {
    for (const q of ['Drachenfels Zugangscode', 'Drachenfel', 'Zugangscode Serverraum Tresor']) {
      const found = await search({ q })
      expect(JSON.stringify(found)).not.toMatch(/drachenfels|internal/i)
      const { items } = await theke.runner.run(suggestOperation, callBy(), { q: q.slice(0, 6) })
      expect(JSON.stringify(items)).not.toMatch(/drachenfels/i)
    }
  })

  it('is found by those who are in the audience', async () => {
    const { items } = await search({ q: 'Drachenfels Zugangscode' }, { audiences: new Set([SECRET]) })
    expect(items[0]?.id).toBe('s:1:de')
  })

  it('is not found in a portal that does not show it', async () => {
    expect((await search({ q: 'Speiseplan Kantine' })).items).toEqual([])
    expect((await search({ q: 'Speiseplan Kantine' }, { portal: 'employees' })).items[0]?.id).toBe('p:1:de')
    const { items } = await theke.runner.run(suggestOperation, callBy(), { q: 'Speis' })
    expect(items).toEqual([])
  })

  it('is not explained either, and indistinguishable from what is not there', async () => {
    const explain = (id: string) => theke.runner.run(explainRank, callBy(editor), { q: 'Drachenfels', id })
    await expect(explain('s:1:de')).rejects.toMatchObject({ code: 'not_found' })
    await expect(explain('s:999:de')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('suggestions', () => {
  it('complete a title and say where it is', async () => {
    const { items } = await theke.runner.run(suggestOperation, callBy(), { q: 'zähl' })
    expect(items[0]).toMatchObject({ url: '/de/articles/a-1-de' })
  })
  it('are none before anything is typed', async () => {
    expect((await theke.runner.run(suggestOperation, callBy(), { q: ' ' })).items).toEqual([])
  })
})

describe('explaining a place', () => {
  it('tells editors the parts of the score', async () => {
    const why = await theke.runner.run(explainRank, callBy(editor), { q: 'Zählerstand melden', id: 'a:1:de' })
    expect(why).toMatchObject({ found: true, rank: 1 })
    expect(why.parts.length).toBeGreaterThan(0)
  })
})
