import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { Instant } from '../../kernel/schema.ts'
import type { Hit } from '../../kernel/search.ts'
import { audienceChoices } from '../identity/index.ts'
import { addressOf, kindOf } from './found.ts'

export const PassageView = z.object({
  text: z.string(),
  marks: z.array(z.tuple([z.number(), z.number()])).describe('Matched words as [start, end) in `text`'),
  page: z.number().nullable(),
  heading: z.string().nullable(),
})

/** Something found, as answers show it. */
export const HitView = z.object({
  id: z.string(),
  externalKey: z.string().nullable().describe('What it was called where it was imported from'),
  kind: z.string(),
  kindName: z.string().nullable().describe('What the kind is called in the reader’s language'),
  title: z.string(),
  titleMarks: z.array(z.tuple([z.number(), z.number()])),
  excerpt: z.string(),
  url: z.string().describe('Path below the portal, with the language'),
  lang: z.string(),
  score: z.number().describe('Comparable within one answer only'),
  confidence: z.number(),
  passages: z.array(PassageView),
  page: z.number().nullable(),
  interactive: z.boolean().describe('Something to go through rather than to read'),
  products: z.array(z.string()).describe('Names of the products that it is about'),
  audience: z.string().nullable().describe('Name of the audience that it is for; null: everybody'),
  updatedAt: Instant,
  matchedLang: z.string().nullable().describe('The words matched the translation in this language'),
  more: z.number().describe('Further matches in the same thing, e.g. other pages of the document'),
})
export type HitView = z.output<typeof HitView>

/** What was found, with names in the reader's language: one look-up for all of each facet. */
export async function hitViews(ctx: Ctx, hits: readonly Hit[]): Promise<z.input<typeof HitView>[]> {
  const [products, kinds, audiences] = await Promise.all([
    namesOf(
      ctx,
      'product',
      hits.flatMap(({ doc }) => doc.facets?.['product'] ?? []),
    ),
    namesOf(
      ctx,
      'type',
      hits.map(({ doc }) => kindOf(doc)),
    ),
    audienceNames(ctx, hits),
  ])
  return hits.map((hit) => {
    const { doc } = hit
    return {
      id: doc.id,
      externalKey: doc.externalKey ?? null,
      kind: kindOf(doc),
      kindName: kinds.get(kindOf(doc)) ?? null,
      title: doc.title,
      titleMarks: hit.titleMarks,
      excerpt: hit.passages[0]?.text ?? '',
      url: addressOf(doc),
      lang: doc.lang,
      score: hit.score,
      confidence: hit.confidence,
      passages: hit.passages.map(({ text, marks, page, heading }) => ({
        text,
        marks,
        page: page ?? null,
        heading: heading ?? null,
      })),
      page: doc.page ?? null,
      interactive: doc.interactive ?? false,
      products: (doc.facets?.['product'] ?? []).map((key) => products.get(key) ?? key),
      audience: (doc.audience && audiences.get(doc.audience)) ?? null,
      updatedAt: new Date(doc.updatedAt),
      matchedLang: hit.matchedLang ?? null,
      more: hit.more,
    }
  })
}

async function namesOf(ctx: Ctx, facet: string, values: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (values.length === 0) return new Map()
  return (await ctx.facetNames[facet]?.(ctx, [...new Set(values)])) ?? new Map()
}

/** Only asked for when something found is not for everybody: the asker is in those audiences. */
async function audienceNames(ctx: Ctx, hits: readonly Hit[]): Promise<ReadonlyMap<string, string>> {
  if (hits.every(({ doc }) => doc.audience === null)) return new Map()
  return new Map((await audienceChoices(ctx)).map(({ id, name }) => [id, name]))
}
