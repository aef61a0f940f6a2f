import { beforeAll, describe, expect, it } from 'vitest'
import { bySystem } from '../../../test/theke.ts'
import { Content } from '../content.ts'
import { listArticles } from '../operations/list-articles.ts'
import { listCategories } from '../operations/list-categories.ts'
import { listTags } from '../operations/list-tags.ts'
import { listVersions } from '../operations/list-versions.ts'
import { readArticle } from '../operations/read-article.ts'
import { removeCategory } from '../operations/remove-category.ts'
import { renameTag } from '../operations/rename-tag.ts'
import { saveCategory } from '../operations/save-category.ts'
import { storeArticles } from '../store-articles.ts'
import { type Knowledge, openKnowledge } from './builders.ts'

let k: Knowledge
beforeAll(async () => {
  k = await openKnowledge()
})

describe('categories', () => {
  it('count what is below them, and hide while they are empty', async () => {
    const { id } = await k.run(saveCategory, k.calls.manager, {
      parent: k.category,
      texts: { de: { title: 'Digitale Zähler' } },
    })
    expect((await k.run(listCategories, k.calls.nobody, {})).items).toEqual([])
    await k.published('In der Wurzel')
    const seen = (await k.run(listCategories, k.calls.nobody, {})).items
    expect(seen.map(({ id: one, articles }) => [one, articles])).toEqual([[k.category, 1]])
    await k.run(removeCategory, k.calls.manager, { id })
  })

  it('refuse an address that is taken, a tree too deep, and being removed while in use', async () => {
    const again = k.run(saveCategory, k.calls.manager, { texts: { de: { title: 'Zähler' } } })
    await expect(again).rejects.toMatchObject({ issues: [{ path: ['texts', 'de', 'slug'] }] })
    let parent = k.category
    for (const title of ['Zwei', 'Drei', 'Vier', 'Fünf'])
      parent = (await k.run(saveCategory, k.calls.manager, { parent, texts: { de: { title } } })).id
    const deeper = k.run(saveCategory, k.calls.manager, { parent, texts: { de: { title: 'Sechs' } } })
    await expect(deeper).rejects.toMatchObject({ issues: [{ path: ['parent'] }] })
    const removal = k.run(removeCategory, k.calls.manager, { id: k.category })
    await expect(removal).rejects.toMatchObject({ reason: 'knowledge.category_in_use' })
  })

  it('are kept by those who manage, not by those who write', async () => {
    const save = k.run(saveCategory, k.calls.writer, { texts: { de: { title: 'Ohne Recht' } } })
    await expect(save).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('addresses', () => {
  it('stay apart when two articles of one title are begun at once', async () => {
    const begun = await Promise.all([
      k.draft('Zur selben Zeit'),
      k.draft('Zur selben Zeit'),
      k.draft('Zur selben Zeit'),
    ])
    expect(begun.map(({ slug }) => slug).sort()).toEqual(['zur-selben-zeit', 'zur-selben-zeit-2', 'zur-selben-zeit-3'])
  })
})

describe('tags', () => {
  it('are renamed everywhere, and two become one without doubles', async () => {
    await k.published('Mit Schlagwort', { tags: ['strom', 'elektrizität'] })
    expect(await k.run(renameTag, k.calls.manager, { lang: 'de', from: 'elektrizität', to: 'strom' })).toEqual({
      articles: 1,
    })
    expect((await k.run(listTags, k.calls.nobody, { lang: 'de' })).items).toEqual([{ tag: 'strom', articles: 1 }])
  })
})

describe('articles from elsewhere', () => {
  const incoming = (body: string) => ({
    externalKey: 'alt-17',
    kind: 'faq' as const,
    categoryId: k.category,
    audienceId: null,
    portals: [],
    ownerId: null,
    checkedAt: null,
    translations: [{ lang: 'de' as const, content: Content.parse({ title: 'Aus dem alten System', body }) }],
  })
  const store = (body: string) => k.runner.inCtx(bySystem, (ctx) => storeArticles(ctx, [incoming(body)]))

  it('are stored once, and again only where they changed', async () => {
    const [first] = await store('Eins.')
    expect(first).toMatchObject({ isNew: true, changed: ['de'] })
    expect((await store('Eins.'))[0]).toMatchObject({ id: first?.id, isNew: false, changed: [] })
    expect((await store('Zwei.'))[0]).toMatchObject({ id: first?.id, isNew: false, changed: ['de'] })
    const { html, version } = await k.run(readArticle, k.calls.nobody, { slug: 'aus-dem-alten-system' })
    expect({ html, version }).toEqual({ html: '<p>Zwei.</p>\n', version: 2 })
    const versions = await k.run(listVersions, k.calls.manager, { id: first?.id ?? '', lang: 'de' })
    expect(versions.items).toHaveLength(2)
  })
})

describe('long lists', () => {
  it('are given page by page, each article once, and refuse cursors of somebody else', async () => {
    for (let n = 1; n <= 5; n++) await k.published(`Seite ${n}`)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await k.run(listArticles, k.calls.nobody, { limit: 2, cursor })
      seen.push(...page.items.map((item) => item.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(5)
    const foreign = Buffer.from(JSON.stringify(['gestern', 'x'])).toString('base64url')
    await expect(k.run(listArticles, k.calls.nobody, { cursor: foreign })).rejects.toMatchObject({ code: 'invalid' })
  })
})
