import type { z } from 'zod'
import { issuesOf } from '../../../kernel/issues.ts'
import { isLang, type Lang } from '../../../kernel/lang.ts'
import type { TextKey } from '../../../kernel/text.ts'
import { Content } from '../content.ts'
import type { IncomingArticle } from '../store-articles.ts'
import { Kind } from '../views.ts'
import type { Entry } from './entry.ts'

/** Why an entry was not taken over. */
export interface Refused {
  where: string
  key: TextKey
  values?: Record<string, string | number>
}

/** What names in a source stand for here; categories and products also by title, in small letters. */
export interface Names {
  categories: ReadonlyMap<string, { id: string; audienceId: string | null; portals: string[] }>
  products: ReadonlyMap<string, string>
  audiences: ReadonlyMap<string, string>
  owners: ReadonlyMap<string, string>
}

/** What holds for entries that do not say it themselves. */
export interface Defaults {
  lang: Lang | null
  kind: z.output<typeof Kind>
  /** Put in front of every id, so that two sources do not meet. */
  prefix: string
}

/** One translation, checked, with what is common to its article. */
export interface Converted {
  where: string
  lang: Lang
  content: Content
  slug: string | undefined
  article: Omit<IncomingArticle, 'translations'>
}

/** Checks an entry and turns names into ids. A name that does not exist here refuses the entry: nothing is guessed about who may read it. */
export function convert(entry: Entry, names: Names, defaults: Defaults): Converted | Refused {
  const { where, fields } = entry
  const lang = entry.lang?.toLowerCase().slice(0, 2) ?? defaults.lang
  if (!lang) return { where, key: 'knowledge.import.refused.noLang' }
  if (!isLang(lang)) return { where, key: 'knowledge.import.refused.lang', values: { lang: entry.lang ?? '' } }
  const kind = Kind.safeParse(fields['kind'] ?? defaults.kind)
  if (!kind.success) return { where, key: 'knowledge.import.refused.kind', values: { kind: String(fields['kind']) } }
  const content = Content.safeParse({ ...textsOf(fields), title: entry.title, body: entry.body })
  if (!content.success) return { where, ...firstIssue(content.error) }
  const category = named(fields['category'], names.categories)
  if (category === undefined) return unknown(where, 'category', fields['category'])
  const audience = named(fields['audience'] === 'everyone' ? '' : fields['audience'], names.audiences)
  if (audience === undefined) return unknown(where, 'audience', fields['audience'])
  const products = listOf(fields['products'])
  const missing = products.find((name) => !named(name, names.products))
  if (missing) return unknown(where, 'product', missing)
  const checkedAt = dateOf(fields['checked'])
  return {
    where,
    lang,
    content: content.data,
    slug: typeof fields['slug'] === 'string' ? fields['slug'] : undefined,
    article: {
      externalKey: defaults.prefix + entry.id,
      kind: kind.data,
      categoryId: category?.id ?? null,
      products: products.map((name) => named(name, names.products) as string),
      audienceId: audience ?? (fields['audience'] === undefined ? (category?.audienceId ?? null) : null),
      portals: category?.portals ?? [],
      ownerId: names.owners.get(textOf(fields['owner'])) ?? null,
      checkedAt,
    },
  }
}

/** Gathers translations of the same article; what the first one says of the article holds. */
export function gather(converted: readonly Converted[]): IncomingArticle[] {
  const articles = new Map<string, IncomingArticle>()
  for (const { article, lang, content, slug } of converted) {
    const known = articles.get(article.externalKey)
    const translation = { lang, content, slug }
    if (!known) articles.set(article.externalKey, { ...article, translations: [translation] })
    else known.translations = [...known.translations.filter((one) => one.lang !== lang), translation]
  }
  return [...articles.values()]
}

function textsOf(fields: Record<string, unknown>) {
  return {
    summary: textOf(fields['summary']),
    symptom: textOf(fields['symptom']),
    cause: textOf(fields['cause']),
    workaround: textOf(fields['workaround']),
    fixedIn: textOf(fields['fixedIn']),
    keywords: listOf(fields['keywords']),
    tags: listOf(fields['tags']),
  }
}

function firstIssue(error: z.ZodError): Pick<Refused, 'key' | 'values'> {
  const issue = issuesOf(error)[0]
  return {
    key: 'knowledge.import.refused.field',
    values: { field: issue?.path.join('.') ?? '', ...(issue?.values ?? {}) },
  }
}

/** null: nothing was named; undefined: what was named does not exist. */
function named<T>(value: unknown, known: ReadonlyMap<string, T>): T | null | undefined {
  const name = textOf(value)
  return name === '' ? null : (known.get(name) ?? known.get(name.toLowerCase()))
}

function unknown(where: string, what: 'category' | 'audience' | 'product', name: unknown): Refused {
  return { where, key: `knowledge.import.refused.${what}`, values: { name: String(name).slice(0, 100) } }
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

function listOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;]/)
  return [...new Set(list.map((one) => one.trim()).filter(Boolean))]
}

function dateOf(value: unknown): Date | null {
  const date = new Date(textOf(value))
  return Number.isNaN(date.getTime()) ? null : date
}
