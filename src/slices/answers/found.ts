import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { FacetCount, Findable, SearchQuery } from '../../kernel/search.ts'

/** Facets by which a search can be narrowed, in the order in which they are offered. */
export const FACETS = ['kind', 'category', 'product', 'tag', 'lang'] as const
export type FacetName = (typeof FACETS)[number]

/** Values of a facet that are offered at most. */
const MOST_VALUES = 30

/** One value or several (any of them). */
const Values = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(20)])
  .optional()
  .transform((value) => (value === undefined || value === '' ? [] : [value].flat().filter(Boolean)))

/** Input fields that narrow a search. */
export const Narrowing = {
  kind: Values.describe('Kinds of things, e.g. `faq`, `how-to`, `document`'),
  category: Values.describe('Keys of categories'),
  product: Values.describe('Keys of products'),
  tag: Values,
  inLang: Values.describe('Only things written in these languages'),
}

export const FacetsView = z.record(
  z.string(),
  z.array(
    z.object({
      value: z.string(),
      count: z.number().int(),
      name: z.string().nullable().describe('What the value is called in the reader’s language'),
    }),
  ),
)

interface Asked {
  q: string
  lang?: Lang | undefined
  kind?: string[]
  category?: string[]
  product?: string[]
  tag?: string[]
  inLang?: string[]
}

/** The search engine's question for what somebody asked: with who they are, so that nothing else can be found. */
export function queryOf(ctx: Ctx, asked: Asked): SearchQuery {
  const filters: Record<string, string[]> = { portal: [ctx.actor.portal, '*'] }
  for (const [facet, values] of [
    ['type', asked.kind],
    ['category', asked.category],
    ['product', asked.product],
    ['tag', asked.tag],
    ['lang', asked.inLang],
  ] as const)
    if (values?.length) filters[facet] = values
  return {
    text: asked.q,
    lang: asked.lang ?? ctx.lang,
    audiences: ctx.actor.audiences,
    person: ctx.actor.personId,
    filters,
    now: ctx.now().getTime(),
  }
}

/** Path of something found below its portal, with its language in front: `/de/articles/…`. */
export function addressOf(doc: Findable): string {
  return doc.url.startsWith(`/${doc.lang}/`) ? doc.url : `/${doc.lang}${doc.url}`
}

/** Whether the asker may read it: it is for everybody, for an audience that they are in, or their own. */
export function isReadable(ctx: Ctx, { owner, audience }: Findable): boolean {
  if (owner) return owner === ctx.actor.personId
  return audience === null || ctx.actor.audiences.has(audience)
}

/** Whether a portal shows it. No question of visibility: who may read it finds it in the portal that does. */
export function isShownIn(doc: Findable, portal: string): boolean {
  const portals = doc.facets?.['portal'] ?? ['*']
  return portals.includes('*') || portals.includes(portal)
}

/** The kind that people know: of an article whether it is a how-to or a policy, else what it is. */
export function kindOf(doc: Findable): string {
  return doc.facets?.['type']?.[0] ?? doc.kind
}

/** The facets that are offered, cut to what a page can show, with the names of their values. */
export async function facetsView(ctx: Ctx, facets: Record<string, FacetCount[]>): Promise<z.input<typeof FacetsView>> {
  const shown: z.input<typeof FacetsView> = {}
  for (const facet of FACETS) {
    const source = facet === 'kind' ? 'type' : facet
    const values = facets[source]?.slice(0, MOST_VALUES) ?? []
    if (values.length === 0) continue
    const names = await ctx.facetNames[source]?.(
      ctx,
      values.map((one) => one.value),
    )
    shown[facet] = values.map(({ value, count }) => ({ value, count, name: names?.get(value) ?? null }))
  }
  return shown
}
