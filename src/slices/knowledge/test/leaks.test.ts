import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { bySystem } from '../../../test/theke.ts'
import { mayReadFile, siteMap } from '../contributes.ts'
import { changeArticle } from '../operations/change-article.ts'
import { compareVersions } from '../operations/compare-versions.ts'
import { handleFeedback } from '../operations/handle-feedback.ts'
import { listArticles } from '../operations/list-articles.ts'
import { listCategories } from '../operations/list-categories.ts'
import { listFeedback } from '../operations/list-feedback.ts'
import { listForEditing } from '../operations/list-for-editing.ts'
import { listLinkTargets } from '../operations/list-link-targets.ts'
import { listProducts } from '../operations/list-products.ts'
import { listRelated } from '../operations/list-related.ts'
import { listTags } from '../operations/list-tags.ts'
import { listVersions } from '../operations/list-versions.ts'
import { previewText } from '../operations/preview-text.ts'
import { rateArticle } from '../operations/rate-article.ts'
import { readArticle } from '../operations/read-article.ts'
import { readForEditing } from '../operations/read-for-editing.ts'
import { redirectOf } from '../operations/redirect-of.ts'
import { renameArticle } from '../operations/rename-article.ts'
import { saveProduct } from '../operations/save-product.ts'
import { saveVersion } from '../operations/save-version.ts'
import { type Knowledge, openKnowledge, WRITE } from './builders.ts'

/** An article for insiders is nowhere to be seen by others: on no path, in no count, by no name. */

let k: Knowledge
let secret: { id: string; slug: string }
let open: { id: string; slug: string }
let product: string
let feedback: string
const SECRET = 'Geheimsache Tresor'

/** Everybody who must not know, and by which portal they come. */
let strangers: Record<string, Call>
let insider: Call

beforeAll(async () => {
  k = await openKnowledge()
  product = (await k.run(saveProduct, k.calls.manager, { titles: { de: 'Tresor' } })).id
  secret = await k.published(SECRET, { audience: k.insiders, body: 'Der Kode.', tags: ['tresor'], keywords: ['safe'] })
  open = await k.published('Offenes', { body: `Siehe [mehr](article:${secret.id}).`, tags: ['tresor'] })
  await k.run(changeArticle, bySystem, { id: secret.id, products: [product] })
  insider = k.as(k.people.other, [], { audiences: new Set([k.insiders]) })
  feedback = (await k.run(rateArticle, insider, { id: secret.id, helpful: false, comment: 'Kode fehlt' })).id
  await k.settled()
  strangers = {
    nobody: k.calls.nobody,
    'somebody of another audience': k.as(k.people.other, [], { audiences: new Set([await k.audience('others')]) }),
    'an editor of another audience': k.as(k.people.other, WRITE),
  }
})

describe('an article for insiders', () => {
  it('is read by insiders, on every path', async () => {
    expect((await k.run(readArticle, insider, { slug: secret.slug })).title).toBe(SECRET)
    expect((await k.run(listArticles, insider, {})).items.map((item) => item.title)).toContain(SECRET)
    expect((await k.run(listCategories, insider, {})).items[0]?.articles).toBe(2)
    expect((await k.run(listRelated, insider, { id: open.id })).items.map((item) => item.id)).toEqual([secret.id])
    expect((await k.run(readArticle, insider, { slug: open.slug })).linked).toMatchObject([{ title: SECRET }])
  })

  it('is not found by others, and nothing tells it from what does not exist', async () => {
    for (const [who, call] of Object.entries(strangers)) {
      const known = await k.run(readArticle, call, { slug: secret.slug }).catch((error) => error)
      const unknown = await k.run(readArticle, call, { slug: 'gibt-es-nicht' }).catch((error) => error)
      expect({ who, code: known.code, key: known.key }).toEqual({ who, code: 'not_found', key: unknown.key })
      await expect(k.run(listRelated, call, { id: secret.id })).rejects.toMatchObject({ code: 'not_found' })
      await expect(k.run(rateArticle, call, { id: secret.id, helpful: true })).rejects.toMatchObject({
        code: 'not_found',
      })
    }
  })

  it('stands in no list and no count', async () => {
    for (const call of Object.values(strangers)) {
      const seen = JSON.stringify([
        await k.run(listArticles, call, { limit: 100 }),
        await k.run(listArticles, call, { tag: 'tresor' }),
        await k.run(listRelated, call, { id: open.id }),
        await k.run(readArticle, call, { slug: open.slug }).then((article) => article.linked),
      ])
      expect(seen).not.toContain(SECRET)
      expect(seen).not.toContain(secret.slug)
      expect((await k.run(listCategories, call, {})).items.map((item) => item.articles)).toEqual([1])
      expect((await k.run(listProducts, call, {})).items).toEqual([])
      expect((await k.run(listTags, call, {})).items).toEqual([{ tag: 'tresor', articles: 1 }])
    }
  })

  it('is not in the site map of the portal, nor behind an earlier address', async () => {
    const earlier = secret.slug
    await k.run(renameArticle, bySystem, { id: secret.id, lang: 'de', slug: 'tresor-neu' })
    for (const call of Object.values(strangers)) {
      await expect(k.run(redirectOf, call, { slug: earlier })).rejects.toMatchObject({ code: 'not_found' })
      const paths = await k.runner.inCtx(call, async (ctx) => {
        const all: string[] = []
        for await (const batch of siteMap(ctx)) all.push(...batch.map((entry) => entry.path))
        return all
      })
      expect(paths).toContain(`/articles/${open.slug}`)
      expect(paths).not.toContain('/articles/tresor-neu')
    }
    await k.run(renameArticle, bySystem, { id: secret.id, lang: 'de', slug: earlier })
    await k.settled()
  })

  it('is found by the search for insiders only, and only in its words', async () => {
    const search = (call: Call) => {
      const { audiences } = call.actor
      return k.search.search({ text: 'Geheimsache', lang: 'de', audiences }).hits.map((hit) => hit.doc.title)
    }
    expect(search(insider)).toEqual([SECRET])
    for (const call of Object.values(strangers)) expect(search(call)).toEqual([])
  })

  it('keeps its files to those who may read it', async () => {
    const file = await k.runner.inCtx(bySystem, async (ctx) => {
      const stored = await ctx.files.receive(Readable.from(['Der Kode ist 1234.']), { name: 'kode.txt' })
      await ctx.files.claim([stored.id], `article:${secret.id}`)
      return ctx.files.find(stored.id)
    })
    if (!file) throw new Error('the file was not stored')
    expect(await k.runner.inCtx(insider, (ctx) => mayReadFile(ctx, file))).toBe(true)
    for (const call of Object.values(strangers))
      expect(await k.runner.inCtx(call, (ctx) => mayReadFile(ctx, file))).toBe(false)
  })

  it('is not found by editors of another audience on any writing path', async () => {
    const call = strangers['an editor of another audience'] as Call
    const input = { id: secret.id, lang: 'de' as const }
    const refused = { code: 'not_found' }
    await expect(k.run(readForEditing, call, input)).rejects.toMatchObject(refused)
    await expect(k.run(listVersions, call, input)).rejects.toMatchObject(refused)
    await expect(k.run(compareVersions, call, { ...input, from: 1, to: 1 })).rejects.toMatchObject(refused)
    await expect(k.run(previewText, call, { ...input, text: '' })).rejects.toMatchObject(refused)
    await expect(k.run(saveVersion, call, { ...input, base: 1, content: { title: 'x' } })).rejects.toMatchObject(
      refused,
    )
    await expect(k.run(changeArticle, call, { id: secret.id, audience: null })).rejects.toMatchObject(refused)
    await expect(k.run(handleFeedback, call, { id: feedback })).rejects.toMatchObject(refused)
    expect(JSON.stringify(await k.run(listForEditing, call, { limit: 100 }))).not.toContain(SECRET)
    expect(JSON.stringify(await k.run(listLinkTargets, call, {}))).not.toContain(SECRET)
    expect(JSON.stringify(await k.run(listFeedback, call, {}))).not.toContain(SECRET)
  })

  it('stays within its portal', async () => {
    const { id } = await k.published('Nur intern gezeigt')
    await k.runner.inCtx(bySystem, (ctx) =>
      ctx.db
        .updateTable('articles')
        .set({ portals: ['intern'] })
        .where('id', '=', id)
        .execute(),
    )
    const titles = (call: Call) => k.run(listArticles, call, {}).then(({ items }) => items.map((item) => item.title))
    expect(await titles(k.calls.nobody)).not.toContain('Nur intern gezeigt')
    expect(await titles(k.as(k.people.other, [], { portal: 'intern' }))).toContain('Nur intern gezeigt')
  })
})
