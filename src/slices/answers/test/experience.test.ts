import { beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { bySystem, callBy, openTheke } from '../../../test/theke.ts'
import { explainRank } from '../operations/explain.ts'
import { recordReading } from '../operations/record-reading.ts'
import { saveSynonyms } from '../operations/save-synonyms.ts'
import { searchOperation } from '../operations/search.ts'
import { COLLECTION, findable } from './builders.ts'

const editor = callBy({ personId: 'b1000000-0000-7000-8000-00000000000e', permissions: new Set(['answers.manage']) })
const DAY = 86_400_000

let clock = new Date('2026-11-24T10:00:00Z')
let here: Awaited<ReturnType<typeof openTheke>>
let there: Awaited<ReturnType<typeof openTheke>>
let reader = 0
beforeAll(async () => {
  const database = await openTestDatabase()
  here = await openTheke({ now: () => clock, database })
  there = await openTheke({ now: () => clock, database })
  for (const process of [here, there]) process.search.put(COLLECTION)
})

const read = (id: string, outcome: 'opened' | 'helped' | 'not_helped' | 'needed_somebody', q?: string) =>
  here.runner.run(recordReading, callBy({ address: `192.0.2.${reader++ % 250}` }), { id, outcome, ...(q && { q }) })
const tell = async () => {
  await here.runner.inCtx(bySystem, async (ctx) =>
    ctx.jobs.enqueue('answers.tellExperience', {}, { startAfter: new Date(0) }),
  )
  await here.drain()
  for (const process of [here, there]) await process.settled()
}
const firstIn = async (process: typeof here, q: string) =>
  (await process.runner.run(searchOperation, callBy(), { q })).items[0]?.id

describe('what became of readers', () => {
  it('raises what was opened and found helpful after some words, in every process', async () => {
    expect(await firstIn(here, 'Schmöker behalten')).toBeUndefined()
    for (const outcome of ['opened', 'helped', 'helped', 'opened'] as const)
      expect(await read('a:3:de', outcome, 'Schmöker behalten, ich heiße Anna Huber, 0151 2345678')).toEqual({
        noted: true,
      })
    await tell()
    for (const process of [here, there]) expect(await firstIn(process, 'Schmöker behalten')).toBe('a:3:de')
    const why = await here.runner.run(explainRank, editor, { q: 'Schmöker', id: 'a:3:de' })
    expect(why.experience?.words[0]).toMatchObject({ helped: 8, failed: 0 })
    expect(why.experience?.readers).toEqual({ helped: 0, needed: 0 })
  })

  it('keeps no more of the question than scrubbed stems', async () => {
    const rows = await here.db.selectFrom('word_experience').select('word').execute()
    expect(rows.map(({ word }) => word).join(' ')).not.toMatch(/huber|anna|015|2345/)
  })

  it('fades: after some half-lives it says nothing any more, and is forgotten', async () => {
    clock = new Date(clock.getTime() + 4 * 90 * DAY)
    await tell()
    expect(await firstIn(there, 'Schmöker behalten')).toBeUndefined()
    clock = new Date(clock.getTime() + 10 * 90 * DAY)
    await tell()
    expect(await here.db.selectFrom('word_experience').select('word').execute()).toEqual([])
  })

  it('says nothing while it happened too seldom', async () => {
    await read('a:3:de', 'opened', 'Wälzer')
    await read('a:3:de', 'opened', 'Wälzer')
    await tell()
    expect(await firstIn(here, 'Wälzer')).toBeUndefined()
  })

  it('sinks what leaves its readers in need of somebody', async () => {
    const score = async () =>
      (await there.runner.run(searchOperation, callBy(), { q: 'Abschlag ändern' })).items[0]?.score ?? 0
    const before = await score()
    for (let i = 0; i < 6; i++) await read('a:2:de', 'needed_somebody')
    await tell()
    expect(await score()).toBeLessThan(before)
  })

  it('takes nothing about what the reader may not read, is their own, or is not there', async () => {
    const hidden = findable({ id: 'hidden', audience: 'b1000000-0000-7000-8000-0000000000aa' })
    const own = findable({ id: 'own', kind: 'request', owner: 'b1000000-0000-7000-8000-0000000000bb' })
    here.search.put([hidden, own])
    for (const id of ['hidden', 'own', 'gone']) expect(await read(id, 'opened', 'x')).toEqual({ noted: false })
  })
})

describe('a synonym', () => {
  it('is in force in a second process as soon as that has heard of it', async () => {
    expect(await firstIn(there, 'Vorauszahlung')).toBeUndefined()
    await here.runner.run(saveSynonyms, editor, { words: ['Vorauszahlung', 'Abschlag'], lang: 'de' })
    await there.settled()
    expect(await firstIn(there, 'Vorauszahlung')).toBe('a:2:de')
  })
})
