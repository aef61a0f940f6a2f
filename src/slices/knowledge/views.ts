import { z } from 'zod'
import { Id, Instant, LangSchema } from '../../kernel/schema.ts'

/** Kinds of articles, in the order in which they are offered. */
export const KINDS = ['faq', 'how-to', 'known-error', 'policy', 'manual', 'news'] as const
export const Kind = z.enum(KINDS)

/** Titles by language, as products and audiences have them. */
export const Titles = z.partialRecord(LangSchema, z.string())

/** An article in a list. */
export const ArticleItem = z.object({
  id: Id,
  kind: Kind,
  lang: LangSchema.describe('Language of this translation; another than asked for when there is none in it'),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  categoryId: Id.nullable(),
  firstPublishedAt: Instant,
  publishedAt: Instant,
  checkedAt: Instant.nullable(),
})

/** A category with the articles that the reader may read. */
export const CategoryItem = z.object({
  id: Id,
  key: z.string(),
  parentId: Id.nullable(),
  icon: z.string(),
  lang: LangSchema,
  title: z.string(),
  description: z.string(),
  slug: z.string(),
  slugs: z.partialRecord(LangSchema, z.string()),
  articles: z.number().int().describe('Articles in it and below it that the reader may read'),
})

/** A product, service or subject that articles are about. */
export const ProductItem = z.object({ id: Id, key: z.string(), icon: z.string(), titles: Titles })

/** A whole article as readers get it. */
export const ArticleView = z.object({
  id: Id,
  externalKey: z.string().nullable(),
  kind: Kind,
  lang: LangSchema,
  isFallback: z.boolean().describe('There is no translation in the language asked for'),
  slug: z.string(),
  version: z.number().int(),
  title: z.string(),
  summary: z.string(),
  html: z.string().describe('Safe HTML; addresses such as `article:ID` name things, see `linked`'),
  knownError: z
    .object({ symptomHtml: z.string(), causeHtml: z.string(), workaroundHtml: z.string(), fixedInHtml: z.string() })
    .nullable(),
  contents: z.array(z.object({ id: z.string(), title: z.string(), level: z.number().int() })),
  tags: z.array(z.string()),
  products: z.array(ProductItem.omit({ id: true })),
  categories: z
    .array(z.object({ id: Id, key: z.string(), slug: z.string(), title: z.string(), lang: LangSchema }))
    .describe('Categories from the root down'),
  translations: z.array(z.object({ lang: LangSchema, slug: z.string() })),
  attachments: z.array(
    z.object({ id: Id, name: z.string(), type: z.string(), size: z.number(), lang: LangSchema.nullable() }),
  ),
  linked: z.array(z.object({ id: Id, slug: z.string(), lang: LangSchema, title: z.string() })),
  owner: z.string().nullable(),
  checkedAt: Instant.nullable(),
  checkedBy: z.string().nullable(),
  firstPublishedAt: Instant,
  publishedAt: Instant,
})
