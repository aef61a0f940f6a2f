import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { bySystem, openApp } from '../../../test/theke.ts'
import { Content } from '../content.ts'
import { renameArticle } from '../operations/rename-article.ts'
import { saveCategory } from '../operations/save-category.ts'
import { type IncomingArticle, storeArticles } from '../store-articles.ts'

const SCRIPT = '<script>alert(1)</script>'

let app: Awaited<ReturnType<typeof openApp>>
let renamed: string
beforeAll(async () => {
  app = await openApp()
  const { runner } = app.theke
  const insiders = newId()
  const { id: category } = await runner.run(saveCategory, bySystem, {
    texts: { de: { title: 'Zähler', slug: 'zaehler' }, en: { title: 'Meters', slug: 'meters' } },
  })
  const { id: secretCategory } = await runner.run(saveCategory, bySystem, { texts: { de: { title: 'Zeppeline' } } })
  await runner.inCtx(bySystem, async (ctx) => {
    await ctx.db
      .insertInto('audiences')
      .values({ id: insiders, key: 'insiders', names: '{}', rule: JSON.stringify({ signedIn: true }) })
      .execute()
    const stored = await storeArticles(ctx, [
      article('reading', category, 'how-to', {
        de: {
          title: 'Zähler ablesen',
          summary: 'So lesen Sie ab.',
          body: '## Vorher\n\n1. Licht an\n2. Zahl lesen\n\n## Nachher\n\nSiehe [Fehler](article:error) und [mehr](article:secret).',
          tags: ['ablesen'],
        },
        en: { title: 'Read the meter', body: 'Read it.' },
      }),
      article('error', category, 'known-error', {
        de: {
          title: 'Anzeige bleibt dunkel',
          symptom: 'Nichts zu sehen.',
          cause: 'Batterie leer.',
          workaround: 'Taste drücken.',
          fixedIn: 'Gerät 2.1',
        },
      }),
      article('nasty', category, 'faq', {
        de: {
          title: `Frage ${SCRIPT}`,
          summary: SCRIPT,
          body: `${SCRIPT}\n\n[x](javascript:alert(1))`,
          tags: [SCRIPT],
        },
      }),
      article('news', category, 'news', { de: { title: 'Neues vom Netz' } }),
      {
        ...article('secret', secretCategory, 'policy', {
          de: { title: 'Verschlussakte Zeppelin', tags: ['zeppelin'] },
        }),
        audienceId: insiders,
      },
    ])
    renamed = stored[0]?.id as string
  })
  await runner.run(renameArticle, bySystem, { id: renamed, lang: 'de', slug: 'stand-ablesen' })
  await app.theke.events.settled()
})

function article(
  externalKey: string,
  categoryId: string,
  kind: IncomingArticle['kind'],
  texts: Partial<Record<Lang, Partial<Content>>>,
): IncomingArticle {
  return {
    externalKey,
    kind,
    categoryId,
    audienceId: null,
    portals: [],
    ownerId: null,
    checkedAt: new Date('2026-11-02'),
    translations: Object.entries(texts).map(([lang, content]) => ({
      lang: lang as Lang,
      content: Content.parse(content),
    })),
  }
}

const get = (url: string) => app.fastify.inject({ url, headers: { host: 'localhost:3000' } })
const post = (url: string, payload: string) =>
  app.fastify.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  })

describe('the article page', () => {
  it('shows the article with contents, steps, how far to rely on it, and its data for search engines', async () => {
    const { statusCode, body } = await get('/de/articles/stand-ablesen')
    expect(statusCode).toBe(200)
    expect(body.includes('<h1>Zähler ablesen</h1>'), '<h1>Zähler ablesen</h1>').toBe(true)
    expect(body).toMatch(/href="#vorher"/)
    expect(body.includes('Montag, 2. November 2026'), 'Montag, 2. November 2026').toBe(true)
    expect(body.includes('"@type":"HowTo"'), '"@type":"HowTo"').toBe(true)
    expect(body.includes('"text":"Zahl lesen"'), '"text":"Zahl lesen"').toBe(true)
    expect(
      body.includes('hreflang="en" href="http://localhost:3000/en/articles/read-the-meter"'),
      'hreflang="en" href="http://localhost:3000/en/articles/read-the-meter"',
    ).toBe(true)
    expect(
      body.includes('rel="canonical" href="http://localhost:3000/de/articles/stand-ablesen"'),
      'rel="canonical" href="http://localhost:3000/de/articles/stand-ablesen"',
    ).toBe(true)
  })

  it('is found by an earlier address and by that of another language', async () => {
    for (const slug of ['zaehler-ablesen', 'read-the-meter']) {
      const { statusCode, headers } = await get(`/de/articles/${slug}`)
      expect([statusCode, headers.location]).toEqual([301, '/de/articles/stand-ablesen'])
    }
  })

  it('falls back to another language, says so, and keeps search engines away', async () => {
    const { statusCode, body } = await get('/el/articles/stand-ablesen')
    expect(statusCode).toBe(200)
    expect(body.includes('στα γερμανικά'), 'στα γερμανικά').toBe(true)
    expect(body.includes('<h1 lang="de">Zähler ablesen</h1>'), '<h1 lang="de">Zähler ablesen</h1>').toBe(true)
    expect(body.includes('noindex'), 'noindex').toBe(true)
    expect(body).not.toContain('hreflang="el" href="http://localhost:3000/el/articles')
  })

  it('lays out a known error by symptom, cause and what to do', async () => {
    const { body } = await get('/de/articles/anzeige-bleibt-dunkel')
    for (const text of ['Nichts zu sehen.', 'Batterie leer.', 'Taste drücken.', 'Gerät 2.1', 'Ursache'])
      expect(body.includes(text), text).toBe(true)
  })

  it('shows script in every field as text', async () => {
    const { items } = (await get('/api/v1/articles?limit=50')).json<{ items: { kind: string; slug: string }[] }>()
    const slug = items.find(({ kind }) => kind === 'faq')?.slug
    const { statusCode, body } = await get(`/de/articles/${slug}`)
    expect(statusCode).toBe(200)
    expect(body.includes(SCRIPT)).toBe(false)
    expect(body.includes('href="javascript:')).toBe(false)
  })

  it('takes yes, and no with a reason, without JavaScript', async () => {
    const yes = await post('/de/articles/stand-ablesen', 'action=helpful')
    expect([yes.statusCode, yes.headers.location]).toEqual([303, '/de/articles/stand-ablesen'])
    const no = await post('/de/articles/stand-ablesen', 'action=unhelpful&reason=unclear&comment=Wo+ist+die+Zahl')
    expect(no.statusCode).toBe(303)
    const kept = await app.theke.db
      .selectFrom('article_feedback')
      .select(['is_helpful', 'reason', 'comment'])
      .orderBy('at')
      .execute()
    expect(kept).toEqual([
      { is_helpful: true, reason: null, comment: null },
      { is_helpful: false, reason: 'unclear', comment: 'Wo ist die Zahl' },
    ])
  })

  it('keeps what was typed when the answer is refused', async () => {
    const { statusCode, body } = await post(
      '/de/articles/stand-ablesen',
      `action=unhelpful&reason=unclear&comment=${'Wort '.repeat(500)}`,
    )
    expect(statusCode).toBe(422)
    expect(body.includes('Wort Wort'), 'Wort Wort').toBe(true)
    expect(body).toMatch(/<details open/)
  })
})

describe('lists', () => {
  it('show topics with what is in them', async () => {
    const { body } = await get('/de/help')
    expect(body.includes('href="/de/help/category/zaehler"'), 'href="/de/help/category/zaehler"').toBe(true)
  })

  it.each(['zaehler', 'meters'])('find a topic by its address in any language: %s', async (slug) => {
    const { statusCode, headers } = await get(`/de/help/category/${slug}`)
    if (slug === 'zaehler') expect(statusCode).toBe(200)
    else expect([statusCode, headers.location]).toEqual([301, '/de/help/category/zaehler'])
  })

  it('are refused for a topic that is none', async () => {
    expect((await get('/de/help/category/no-such-topic')).statusCode).toBe(404)
  })

  it('show news, a kind, a tag, and say when there is nothing', async () => {
    expect((await get('/de/news')).body).toContain('Neues vom Netz')
    expect((await get('/de/help/all?kind=known-error')).body).toContain('Anzeige bleibt dunkel')
    expect((await get('/de/help/all?tag=ablesen')).body).toContain('Zähler ablesen')
    expect((await get('/de/help/all?tag=gibt-es-nicht')).body).toContain('noch keine Artikel')
  })

  it('refuse a cursor that is none', async () => {
    expect((await get('/de/news?cursor=nonsense')).statusCode).toBe(422)
  })
})

describe('what somebody may not read', () => {
  it.each([
    '/de',
    '/de/help',
    '/de/help/all',
    '/de/news',
    '/de/feed.atom',
    '/de/articles/stand-ablesen',
    '/de/search?q=Verschlussakte',
    '/sitemap-0.xml',
    '/api/v1/articles',
    '/api/v1/categories',
    '/api/v1/tags',
    '/api/v1/search?q=Verschlussakte&lang=de',
    '/api/v1/search/suggestions?q=Versch&lang=de',
  ])('is not on %s', async (url) => {
    const { statusCode, body } = await get(url)
    expect(statusCode).toBe(200)
    expect(/zeppelin/i.test(body)).toBe(false)
  })

  it('is answered as if it did not exist', async () => {
    const secret = await get('/de/articles/verschlussakte-zeppelin')
    const nothing = await get('/de/articles/gibt-es-gar-nicht')
    expect([secret.statusCode, nothing.statusCode]).toEqual([404, 404])
  })
})

describe('for feed readers and search engines', () => {
  it('there is an Atom feed of the portal and of a topic', async () => {
    for (const url of ['/de/feed.atom', '/de/help/category/zaehler/feed.atom']) {
      const { statusCode, headers, body } = await get(url)
      expect(statusCode).toBe(200)
      expect(headers['content-type']).toContain('application/atom+xml')
      expect(body).toContain(
        '<link rel="alternate" type="text/html" href="http://localhost:3000/de/articles/stand-ablesen"/>',
      )
      expect(body).not.toContain(SCRIPT)
    }
  })

  it('there is a site map with every language of an article', async () => {
    const index = await get('/sitemap.xml')
    expect(index.body).toContain('<loc>http://localhost:3000/sitemap-0.xml</loc>')
    const { body } = await get('/sitemap-0.xml')
    expect(
      body.includes('<loc>http://localhost:3000/de/articles/stand-ablesen</loc>'),
      '<loc>http://localhost:3000/de/articles/stand-ablesen</loc>',
    ).toBe(true)
    expect(
      body.includes('hreflang="en" href="http://localhost:3000/en/articles/read-the-meter"'),
      'hreflang="en" href="http://localhost:3000/en/articles/read-the-meter"',
    ).toBe(true)
  })

  it('robots.txt names the site map and keeps them out of what is personal', async () => {
    const { body } = await get('/robots.txt')
    expect(
      body.includes('Sitemap: http://localhost:3000/sitemap.xml'),
      'Sitemap: http://localhost:3000/sitemap.xml',
    ).toBe(true)
    expect(body.includes('Disallow: /de/account'), 'Disallow: /de/account').toBe(true)
    expect(body.includes('Disallow: /de/search'), 'Disallow: /de/search').toBe(false)
  })
})
