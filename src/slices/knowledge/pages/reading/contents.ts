import type { z } from 'zod'
import type { TocEntry } from '../../../../ui/components/Toc.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import { placeLinks } from '../../markdown/place-links.ts'
import type { ArticleView } from '../../views.ts'

export type Article = z.output<typeof ArticleView>

/** The article with real addresses in place of `article:ID` and its like. */
export function withPlacedLinks(call: PageCall, article: Article): Article {
  const slugs = new Map(article.linked.map((one) => [one.id, one.slug]))
  const places = {
    article: (id: string) => (slugs.has(id) ? `/articles/${slugs.get(id)}` : null),
    page: (path: string) => call.url(path),
  }
  const placed = (html: string) => placeLinks(html, places)
  const { knownError } = article
  return {
    ...article,
    html: placed(article.html),
    knownError: knownError && {
      symptomHtml: placed(knownError.symptomHtml),
      causeHtml: placed(knownError.causeHtml),
      workaroundHtml: placed(knownError.workaroundHtml),
      fixedInHtml: placed(knownError.fixedInHtml),
    },
  }
}

/** Headings as a tree of two levels. */
export function tocOf({ contents }: Article): TocEntry[] {
  const entries: { id: string; title: string; children: TocEntry[] }[] = []
  const top = Math.min(...contents.map((heading) => heading.level))
  for (const { id, title, level } of contents) {
    const last = entries.at(-1)
    if (level > top && last) last.children.push({ id, title })
    else entries.push({ id, title, children: [] })
  }
  return entries
}
