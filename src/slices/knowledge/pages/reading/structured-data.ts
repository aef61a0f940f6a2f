import type { z } from 'zod'
import type { PageCall } from '../../../../ui/page.ts'
import type { ArticleView } from '../../views.ts'

type Article = z.output<typeof ArticleView>

/** What search engines are told of an article, as JSON-LD (schema.org): what it is, and where it stands. */
export function structuredDataOf(call: PageCall, article: Article): object[] {
  return [thingOf(call, article), pathOf(call, article)]
}

function thingOf(call: PageCall, article: Article): object {
  const url = call.origin + call.url(`/articles/${article.slug}`, article.lang)
  const common = {
    '@context': 'https://schema.org',
    url,
    inLanguage: article.lang,
    datePublished: article.firstPublishedAt,
    dateModified: article.publishedAt,
    publisher: { '@type': 'Organization', name: call.portal.name },
  }
  const answer = plain(article.html).slice(0, 5000)
  if (article.kind === 'faq')
    return {
      ...common,
      '@type': 'FAQPage',
      mainEntity: [
        {
          '@type': 'Question',
          name: article.title,
          acceptedAnswer: { '@type': 'Answer', text: answer || article.summary },
        },
      ],
    }
  const steps = article.kind === 'how-to' ? stepsOf(article.html) : []
  if (steps.length > 1)
    return {
      ...common,
      '@type': 'HowTo',
      name: article.title,
      description: article.summary,
      step: steps.map((text, index) => ({ '@type': 'HowToStep', position: index + 1, text })),
    }
  return {
    ...common,
    '@type': article.kind === 'news' ? 'NewsArticle' : 'TechArticle',
    headline: article.title,
    description: article.summary,
  }
}

function pathOf(call: PageCall, article: Article): object {
  const places = [
    { name: call.portal.name, path: '/' },
    ...article.categories.map((one) => ({ name: one.title, path: `/help/category/${one.slug}` })),
    { name: article.title, path: `/articles/${article.slug}` },
  ]
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: places.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: call.origin + call.url(path),
    })),
  }
}

/** The steps of the first numbered list. */
function stepsOf(html: string): string[] {
  const list = /<ol[^>]*>([\s\S]*?)<\/ol>/.exec(html)?.[1] ?? ''
  return [...list.matchAll(/<li[^>]*>([\s\S]*?)(?=<\/?(?:li|ul|ol)\b|$)/g)]
    .map((step) => plain(step[1] ?? ''))
    .filter(Boolean)
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
