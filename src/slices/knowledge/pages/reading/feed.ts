import type { z } from 'zod'
import { refuse } from '../../../../kernel/refusal.ts'
import { definePage, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { listArticles } from '../../operations/list-articles.ts'
import { listCategories } from '../../operations/list-categories.ts'
import type { ArticleItem } from '../../views.ts'
import { findCategory } from './category.tsx'

/** Entries of a feed. */
const ENTRIES = 30

/** What was published last in this portal and language, as an Atom feed (RFC 4287). */
export const feedPage = definePage({ path: '/feed.atom', get: (call) => feed(call) })

/** The same of one category. */
export const categoryFeedPage = definePage({
  path: '/help/category/:slug/feed.atom',
  async get(call) {
    const { items } = await call.run(listCategories, {})
    const category = findCategory(items, call.params['slug'] ?? '')
    if (!category) throw refuse.notFound()
    return feed(call, category)
  },
})

async function feed(call: PageCall, category?: { id: string; title: string; slug: string }): Promise<PageAnswer> {
  const { items } = await call.run(listArticles, { limit: ENTRIES, category: category?.id })
  const page = call.origin + call.url(category ? `/help/category/${category.slug}` : '/help')
  const self = call.origin + call.url(call.path)
  const title = category ? `${category.title} – ${call.portal.name}` : call.portal.name
  const updated =
    items
      .map((one) => one.publishedAt)
      .sort()
      .at(-1) ?? call.now.toISOString()
  const raw = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${call.lang}">
  <id>${text(self)}</id>
  <title>${text(title)}</title>
  <updated>${updated}</updated>
  <link rel="self" type="application/atom+xml" href="${text(self)}"/>
  <link rel="alternate" type="text/html" href="${text(page)}"/>
  <author><name>${text(call.portal.name)}</name></author>
${items.map((one) => entry(call, one)).join('\n')}
</feed>
`
  return { raw, type: 'application/atom+xml; charset=utf-8' }
}

function entry(call: PageCall, article: z.output<typeof ArticleItem>): string {
  const url = call.origin + call.url(`/articles/${article.slug}`)
  return `  <entry xml:lang="${article.lang}">
    <id>urn:uuid:${article.id}</id>
    <title>${text(article.title)}</title>
    <link rel="alternate" type="text/html" href="${text(url)}"/>
    <published>${article.firstPublishedAt}</published>
    <updated>${article.publishedAt}</updated>
    <summary>${text(article.summary)}</summary>
${article.tags.map((tag) => `    <category term="${text(tag)}"/>`).join('\n')}
  </entry>`
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML: escaped, without the control characters that XML 1.0 does not know. */
function text(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter)
}
