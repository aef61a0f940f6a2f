import { beforeAll, describe, expect, it } from 'vitest'
import type { Lang } from '../../../kernel/lang.ts'
import { bySystem, callBy, openTheke } from '../../../test/theke.ts'
import { answers } from '../index.ts'
import { dismissProposal } from '../operations/dismiss-proposal.ts'
import { listMissingQuestions } from '../operations/list-missing.ts'
import { listProposals } from '../operations/list-proposals.ts'
import { listSynonymSets } from '../operations/list-synonyms.ts'
import { recordQuestion } from '../operations/record-question.ts'
import { removeSynonyms } from '../operations/remove-synonyms.ts'
import { saveSynonyms } from '../operations/save-synonyms.ts'
import { searchOperation } from '../operations/search.ts'
import { settleMissingQuestion } from '../operations/settle-missing.ts'
import { COLLECTION, findable } from './builders.ts'

const editor = callBy({ personId: 'b1000000-0000-7000-8000-00000000000e', permissions: new Set(['answers.manage']) })
const UNKNOWN = 'b1000000-0000-7000-8000-000000000099'

let clock = new Date('2026-11-21T10:00:00Z')
let theke: Awaited<ReturnType<typeof openTheke>>
let asker = 0
beforeAll(async () => {
  theke = await openTheke({ now: () => clock })
  theke.search.put(COLLECTION)
})

const ask = (q: string, after?: string, lang: Lang = 'de') =>
  theke.runner.run(recordQuestion, callBy({ address: `192.0.2.${asker++ % 250}` }, lang), {
    q,
    ...(after ? { after } : {}),
  })
const listed = async (input: Record<string, unknown> = {}) =>
  (await theke.runner.run(listMissingQuestions, editor, input)).items

describe('a question in vain', () => {
  it('is kept scrubbed, counted, and listed most asked first', async () => {
    await ask('Gibt es Geocaching im Rathaus?')
    expect(await ask('Unterrichtet Frau Huber auch Origami, 0151 2345678?')).toEqual({ kept: 'missing' })
    await ask('unterrichtet frau Meier auch origami')
    const items = await listed()
    expect(items.map(({ question, times }) => [question, times])).toEqual([
      ['unterrichtet frau auch origami', 2],
      ['gibt es geocaching im rathaus', 1],
    ])
    expect(items[0]).toMatchObject({
      lang: 'de',
      portal: 'customers',
      portalName: 'customers',
      recent: 2,
      answeredNow: null,
    })
  })

  it('is not kept when the search answers it, or when nothing of it may be kept', async () => {
    expect(await ask('Zählerstand melden')).toEqual({ kept: 'nothing' })
    expect(await ask('0151 2345678')).toEqual({ kept: 'nothing' })
  })

  it('leaves no trace of who asked', async () => {
    const events = await theke.db.selectFrom('events').select('payload').where('type', '=', 'question.missed').execute()
    expect(JSON.stringify(events)).not.toMatch(/origami|huber/i)
  })

  it('is settled, comes back when asked again, and stays away when it is none of ours', async () => {
    const [first] = await listed()
    const id = first?.id as string
    const settle = (how: string) => theke.runner.run(settleMissingQuestion, editor, { id, how })
    await settle('article')
    expect((await listed()).map((one) => one.id)).not.toContain(id)
    expect((await listed({ state: 'settled' })).map((one) => one.settledHow)).toEqual(['article'])
    await ask('Unterrichtet Frau Huber auch Origami')
    expect((await listed()).map((one) => one.id)).toContain(id)
    await settle('not_ours')
    await ask('Unterrichtet Frau Huber auch Origami')
    expect((await listed()).map((one) => one.id)).not.toContain(id)
    await settle('open')
    expect((await listed()).map((one) => one.id)).toContain(id)
  })

  it('is settled by the synonyms that were added for it', async () => {
    await ask('Dauerlichtdings einstellen')
    const find = async (state: 'open' | 'settled') =>
      (await listed({ state })).find(({ question }) => question === 'dauerlichtdings einstellen')
    const missing = (await find('open'))?.id
    const { id } = await theke.runner.run(saveSynonyms, editor, { words: 'Dauerlichtdings, Standlicht', missing })
    expect(await find('open')).toBeUndefined()
    expect(await find('settled')).toMatchObject({ settledHow: 'synonym' })
    await theke.runner.run(removeSynonyms, editor, { id })
  })

  it('says when the search answers it by now', async () => {
    await ask('Wie repariere ich mein Fahrrad selbst')
    theke.search.put([
      findable({
        id: 'a:9:de',
        group: 'a:9',
        title: 'Fahrrad selbst reparieren',
        text: 'Wie Sie Ihr Fahrrad selbst reparieren.',
        url: '/articles/fahrrad',
      }),
    ])
    const one = (await listed()).find(({ question }) => question.includes('fahrrad'))
    expect(one?.answeredNow).toEqual({ title: 'Fahrrad selbst reparieren', url: '/de/articles/fahrrad' })
  })

  it('is refused when it is settled and does not exist', async () => {
    await expect(
      theke.runner.run(settleMissingQuestion, editor, { id: UNKNOWN, how: 'article' }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is forgotten after a month when it was asked only once', async () => {
    const before = (await listed()).length
    clock = new Date('2026-12-28T10:00:00Z')
    const job = answers.jobs?.find(({ name }) => name === 'answers.forgetQuestions')
    await theke.runner.inCtx(bySystem, async (ctx) => (job && 'handle' in job ? job.handle(ctx, {}) : null))
    const left = await listed()
    expect(left.length).toBeLessThan(before)
    expect(left.every(({ times }) => times > 1)).toBe(true)
    clock = new Date('2026-11-21T10:00:00Z')
  })
})

describe('synonyms', () => {
  const search = async (q: string) => (await theke.runner.run(searchOperation, callBy(), { q })).items[0]?.id

  it('are in force a moment after an editor has saved them, and out of it after removing', async () => {
    expect(await search('Schröpfgeld')).toBeUndefined()
    const { id } = await theke.runner.run(saveSynonyms, editor, { lang: 'de', words: 'Abschlag, Schröpfgeld' })
    await theke.settled()
    expect(await search('Schröpfgeld')).toBe('a:2:de')
    await theke.runner.run(saveSynonyms, editor, { id, lang: 'de', words: ['Abschlag', 'Teilzahlungsdings'] })
    await theke.settled()
    expect(await search('Teilzahlungsdings')).toBe('a:2:de')
    expect((await theke.runner.run(listSynonymSets, editor, {})).items).toMatchObject([
      { id, lang: 'de', words: ['Abschlag', 'Teilzahlungsdings'] },
    ])
    await theke.runner.run(removeSynonyms, editor, { id })
    await theke.settled()
    expect(await search('Teilzahlungsdings')).toBeUndefined()
  })

  it.each([['Abschlag'], ['Abschlag, Abschlag'], [''], [Array.from({ length: 21 }, (_, n) => `Wort${n}`)]])(
    'are refused when they are too few or too many: %s',
    async (words) => {
      await expect(theke.runner.run(saveSynonyms, editor, { words })).rejects.toMatchObject({
        code: 'invalid',
        issues: [{ path: ['words'] }],
      })
    },
  )

  it('that do not exist are neither changed nor removed', async () => {
    const none = { code: 'not_found' }
    await expect(theke.runner.run(removeSynonyms, editor, { id: UNKNOWN })).rejects.toMatchObject(none)
    await expect(theke.runner.run(saveSynonyms, editor, { id: UNKNOWN, words: ['a1', 'b1'] })).rejects.toMatchObject(
      none,
    )
    await expect(theke.runner.run(dismissProposal, editor, { id: UNKNOWN })).rejects.toMatchObject(none)
  })

  it('are proposed from a search that failed and then succeeded', async () => {
    expect(await ask('Abschlag ändern', 'Vorauszahlungsbetrag schnell irgendwie verringern')).toEqual({
      kept: 'nothing',
    })
    await ask('Bücher verlängern', 'Schmöker behalten')
    const { items } = await theke.runner.run(listProposals, editor, {})
    expect(items).toMatchObject([{ lang: 'de', words: ['schmöker behalten', 'bücher verlängern'], times: 1 }])
    await theke.runner.run(saveSynonyms, editor, { lang: 'de', words: items[0]?.words, proposal: items[0]?.id })
    expect((await theke.runner.run(listProposals, editor, {})).items).toEqual([])
  })
})
