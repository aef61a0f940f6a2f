import { beforeAll, describe, expect, it } from 'vitest'
import { bySystem } from '../../../test/theke.ts'
import { makePerson } from '../../identity/test/builders.ts'
import { keepCalendar } from '../calendar.ts'
import { addTranslation } from '../operations/add-translation.ts'
import { archiveArticle } from '../operations/archive-article.ts'
import { changeArticle } from '../operations/change-article.ts'
import { compareVersions } from '../operations/compare-versions.ts'
import { createArticle } from '../operations/create-article.ts'
import { keepDraft } from '../operations/keep-draft.ts'
import { keepPresence } from '../operations/keep-presence.ts'
import { listForEditing } from '../operations/list-for-editing.ts'
import { listVersions } from '../operations/list-versions.ts'
import { markChecked } from '../operations/mark-checked.ts'
import { publishArticle } from '../operations/publish-article.ts'
import { readArticle } from '../operations/read-article.ts'
import { readForEditing } from '../operations/read-for-editing.ts'
import { redirectOf } from '../operations/redirect-of.ts'
import { renameArticle } from '../operations/rename-article.ts'
import { restoreVersion } from '../operations/restore-version.ts'
import { saveVersion } from '../operations/save-version.ts'
import { sendBackArticle } from '../operations/send-back-article.ts'
import { setReviewRule } from '../operations/set-review-rule.ts'
import { submitArticle } from '../operations/submit-article.ts'
import { type Knowledge, openKnowledge } from './builders.ts'

let now = new Date('2026-11-20T08:00:00.000Z')
let k: Knowledge
beforeAll(async () => {
  k = await openKnowledge({ now: () => now })
})

describe('from draft to readers', () => {
  it('is written, submitted, sent back, mended, published and read', async () => {
    const { id, slug } = await k.draft('Zähler ablesen', { body: '## So geht es\n\nBlättern.' })
    expect(slug).toBe('zaehler-ablesen')
    await expect(k.run(readArticle, k.calls.nobody, { slug })).rejects.toMatchObject({ code: 'not_found' })

    await k.run(submitArticle, k.calls.writer, { id, lang: 'de' })
    await k.run(sendBackArticle, k.calls.reviewer, { id, lang: 'de', note: 'Es fehlt ein Bild.' })
    const { translation } = await k.run(readForEditing, k.calls.writer, { id })
    expect(translation).toMatchObject({ state: 'draft', reviewNote: 'Es fehlt ein Bild.' })

    const content = { title: 'Zähler ablesen', body: '## So geht es\n\nBlättern und lesen.' }
    await k.run(saveVersion, k.calls.writer, { id, lang: 'de', base: 1, content })
    await k.run(submitArticle, k.calls.writer, { id, lang: 'de' })
    await k.run(publishArticle, k.calls.reviewer, { id, lang: 'de' })

    const article = await k.run(readArticle, k.calls.nobody, { slug })
    expect(article).toMatchObject({ title: 'Zähler ablesen', lang: 'de', isFallback: false, version: 2 })
    expect(article.contents).toEqual([{ id: 'so-geht-es', title: 'So geht es', level: 2 }])
    expect(article.html).toContain('Blättern und lesen.')
  })

  it('keeps the published text before readers while a new version is written', async () => {
    const { id, slug } = await k.published('Alter Text', { body: 'Erste Fassung.' })
    await k.run(saveVersion, k.calls.writer, {
      id,
      lang: 'de',
      base: 1,
      content: { title: 'Neuer Titel', body: 'Zweite.' },
    })
    expect(await k.run(readArticle, k.calls.nobody, { slug })).toMatchObject({ title: 'Alter Text', version: 1 })
  })

  it('is found at its earlier address after renaming', async () => {
    const { id, slug } = await k.published('Umzug melden')
    await k.run(renameArticle, k.calls.writer, { id, lang: 'de', slug: 'Umzug online melden' })
    await expect(k.run(readArticle, k.calls.nobody, { slug })).rejects.toMatchObject({ code: 'not_found' })
    expect(await k.run(redirectOf, k.calls.nobody, { slug })).toEqual({ slug: 'umzug-online-melden', lang: 'de' })
  })

  it('keeps links alive through renaming', async () => {
    const target = await k.published('Ziel des Links')
    const { slug } = await k.published('Mit Link', { body: `Siehe [das Ziel](article:${target.slug}#x).` })
    await k.run(renameArticle, k.calls.writer, { id: target.id, lang: 'de', slug: 'neues-ziel' })
    const article = await k.run(readArticle, k.calls.nobody, { slug })
    expect(article.html).toContain(`href="article:${target.id}#x"`)
    expect(article.linked).toMatchObject([{ id: target.id, slug: 'neues-ziel' }])
  })

  it('falls back to the original language, and says so', async () => {
    const { id, slug } = await k.published('Nur deutsch')
    const english = { ...k.calls.nobody, lang: 'en' as const }
    expect(await k.run(readArticle, english, { slug })).toMatchObject({ lang: 'de', isFallback: true })
    const { slug: own } = await k.run(addTranslation, k.calls.writer, { id, lang: 'en', title: 'In English now' })
    await k.run(publishArticle, k.calls.reviewer, { id, lang: 'en' })
    expect(await k.run(readArticle, english, { slug })).toMatchObject({ lang: 'en', isFallback: false, slug: own })
  })

  it('disappears when archived, and comes back as a draft', async () => {
    const { id, slug } = await k.published('Vergangenes')
    await k.run(archiveArticle, k.calls.reviewer, { id, lang: 'de' })
    await expect(k.run(readArticle, k.calls.nobody, { slug })).rejects.toMatchObject({ code: 'not_found' })
    await k.run(saveVersion, k.calls.writer, { id, lang: 'de', base: 1, content: { title: 'Vergangenes' } })
    expect((await k.run(readForEditing, k.calls.writer, { id })).translation.state).toBe('draft')
  })

  it('shows when and by whom it was checked', async () => {
    const { id, slug } = await k.published('Geprüftes')
    await k.run(changeArticle, k.calls.writer, { id, checkEvery: 6 })
    const { dueAt } = await k.run(markChecked, k.calls.writer, { id })
    expect(String(dueAt)).toBe('2027-05-20T08:00:00.000Z')
    expect(await k.run(readArticle, k.calls.nobody, { slug })).toMatchObject({ checkedBy: 'Wanda' })
  })
})

describe('refuses', () => {
  it('to publish what somebody wrote alone, unless the rule is lifted or nobody else may review', async () => {
    const write = (title: string) =>
      k.run(createArticle, k.calls.reviewer, { kind: 'faq', lang: 'de', title, category: k.category })
    const first = await write('Die Erste')
    expect(await k.run(publishArticle, k.calls.reviewer, { id: first.id, lang: 'de' })).toMatchObject({
      state: 'published',
    })

    await makePerson(k, { roles: ['reviewer'], password: null })
    const article = await write('Allein')
    const publish = () => k.run(publishArticle, k.calls.reviewer, { id: article.id, lang: 'de' })
    await expect(publish()).rejects.toMatchObject({ reason: 'knowledge.own_review' })
    await k.run(setReviewRule, k.calls.manager, { fourEyes: false })
    expect(await publish()).toMatchObject({ state: 'published' })
    await k.run(setReviewRule, k.calls.manager, { fourEyes: true })
  })

  it('publishing by those who only write', async () => {
    const { id } = await k.draft('Ohne Recht')
    await expect(k.run(publishArticle, k.calls.writer, { id, lang: 'de' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('to submit what is published', async () => {
    const { id } = await k.published('Schon da')
    await expect(k.run(submitArticle, k.calls.writer, { id, lang: 'de' })).rejects.toMatchObject({
      reason: 'knowledge.wrong_state',
    })
  })

  it('to publish another version than the one that was seen', async () => {
    const { id } = await k.draft('Gesehen')
    await k.run(saveVersion, k.calls.writer, { id, lang: 'de', base: 1, content: { title: 'Gesehen, geändert' } })
    await expect(k.run(publishArticle, k.calls.reviewer, { id, lang: 'de', version: 1 })).rejects.toMatchObject({
      reason: 'knowledge.changed_meanwhile',
    })
  })

  it('an address that another article has, an unknown category, a second translation into the same language', async () => {
    const one = await k.draft('Eine Adresse')
    const two = await k.draft('Andere Adresse')
    const rename = k.run(renameArticle, k.calls.writer, { id: two.id, lang: 'de', slug: one.slug })
    await expect(rename).rejects.toMatchObject({ code: 'invalid', issues: [{ path: ['slug'] }] })
    const create = k.run(createArticle, k.calls.writer, { kind: 'faq', lang: 'de', title: 'X', category: one.id })
    await expect(create).rejects.toMatchObject({ issues: [{ path: ['category'] }] })
    const again = k.run(addTranslation, k.calls.writer, { id: one.id, lang: 'de', title: 'Nochmal' })
    await expect(again).rejects.toMatchObject({ reason: 'knowledge.translation_exists' })
  })

  it('to widen who reads a published article by those who only write', async () => {
    const { id } = await k.published('Internes', { audience: k.insiders })
    const insider = { ...k.calls.writer, actor: { ...k.calls.writer.actor, audiences: new Set([k.insiders]) } }
    const widen = k.run(changeArticle, insider, { id, audience: null })
    await expect(widen).rejects.toMatchObject({ issues: [{ path: ['audience'] }] })
  })
})

describe('two editors at once', () => {
  it('see each other, and the second to save is told of the conflict without losing anything', async () => {
    const { id } = await k.draft('Gemeinsam', { body: 'Anfang.' })
    await k.run(keepPresence, k.calls.writer, { id, lang: 'de' })
    const content = { title: 'Gemeinsam', body: 'Von Otto.' }
    expect(await k.run(keepDraft, k.calls.other, { id, lang: 'de', base: 1, content })).toMatchObject({
      others: ['Wanda'],
      head: 1,
    })

    await k.run(saveVersion, k.calls.writer, {
      id,
      lang: 'de',
      base: 1,
      content: { title: 'Gemeinsam', body: 'Von Wanda.' },
    })
    const late = k.run(saveVersion, k.calls.other, { id, lang: 'de', base: 1, content })
    await expect(late).rejects.toMatchObject({ reason: 'knowledge.changed_meanwhile' })

    const seen = await k.run(readForEditing, k.calls.other, { id })
    expect(seen.translation.content.body).toBe('Von Wanda.')
    expect(seen.draft).toMatchObject({ base: 1, content: { body: 'Von Otto.' } })
    expect((await k.run(readForEditing, k.calls.writer, { id })).draft).toBeNull()
  })

  it('save one after the other when both press at the same moment', async () => {
    const { id } = await k.draft('Gleichzeitig')
    const save = (call: typeof k.calls.writer, body: string) =>
      k.run(saveVersion, call, { id, lang: 'de', base: 1, content: { title: 'Gleichzeitig', body } })
    const results = await Promise.allSettled([save(k.calls.writer, 'a'), save(k.calls.other, 'b')])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('history', () => {
  it('compares word by word and restores', async () => {
    const { id } = await k.draft('Verlauf', { body: 'Eine Zeile bleibt.\nDie andere war so.' })
    const content = { title: 'Verlauf', body: 'Eine Zeile bleibt.\nDie andere ist anders.' }
    await k.run(saveVersion, k.calls.writer, { id, lang: 'de', base: 1, content, note: 'klarer' })
    const { fields } = await k.run(compareVersions, k.calls.writer, { id, lang: 'de', from: 1, to: 2 })
    expect(fields.map(({ field }) => field)).toEqual(['body'])
    expect(JSON.stringify(fields)).toContain('"removed"')
    await k.run(restoreVersion, k.calls.writer, { id, lang: 'de', number: 1 })
    expect((await k.run(readForEditing, k.calls.writer, { id })).translation.content.body).toContain('war so')
    const { items } = await k.run(listVersions, k.calls.writer, { id, lang: 'de' })
    expect(items.map(({ number, note }) => [number, note])).toEqual([
      [3, 'Version 1 wiederhergestellt'],
      [2, 'klarer'],
      [1, null],
    ])
  })
})

describe('the calendar', () => {
  const tick = () => k.runner.inCtx(bySystem, (ctx) => keepCalendar.handle(ctx, {}))

  it('publishes at the time that was set, and not before', async () => {
    const { id, slug } = await k.draft('Morgen neu')
    await k.run(publishArticle, k.calls.reviewer, { id, lang: 'de', at: '2026-11-21T06:00:00Z' })
    await tick()
    await expect(k.run(readArticle, k.calls.nobody, { slug })).rejects.toMatchObject({ code: 'not_found' })
    now = new Date('2026-11-21T06:00:30Z')
    await tick()
    await tick()
    expect((await k.run(readArticle, k.calls.nobody, { slug })).title).toBe('Morgen neu')
  })

  it('takes what has expired from readers at once, and archives it', async () => {
    const { id, slug } = await k.published('Nur kurz')
    await k.run(changeArticle, k.calls.writer, { id, expiresAt: '2026-11-22T00:00:00Z' })
    now = new Date('2026-11-22T00:00:01Z')
    await expect(k.run(readArticle, k.calls.nobody, { slug })).rejects.toMatchObject({ code: 'not_found' })
    await tick()
    expect((await k.run(readForEditing, k.calls.writer, { id })).translation.state).toBe('archived')
  })

  it('lists what is due for a check', async () => {
    const { id } = await k.published('Zu prüfen')
    await k.run(changeArticle, k.calls.writer, { id, checkEvery: 1 })
    expect((await k.run(listForEditing, k.calls.writer, { isDue: true })).items).toEqual([])
    now = new Date('2026-12-30T00:00:00Z')
    expect((await k.run(listForEditing, k.calls.writer, { isDue: true })).items.map((item) => item.id)).toContain(id)
  })
})
