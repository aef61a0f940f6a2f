import type { FacetNames } from '../../kernel/ctx.ts'
import type { TextKey } from '../../kernel/text.ts'
import { listCategoryTitles, listProductTitles } from './store/categories.ts'
import { KINDS } from './views.ts'

/** What the values of the facets of articles are called: kinds, categories, products. Tags are their own name. */
export const namesOfFacets: Record<string, FacetNames> = {
  type: async (ctx, values) =>
    new Map(
      KINDS.filter((kind) => values.includes(kind)).map((kind) => [kind, ctx.t(`knowledge.kind.${kind}` as TextKey)]),
    ),
  category: async (ctx, values) =>
    new Map((await listCategoryTitles(ctx, values)).map(({ key, title }) => [key, title])),
  product: async (ctx, values) =>
    new Map((await listProductTitles(ctx, values)).map(({ key, titles }) => [key, titleIn(titles, ctx.lang) ?? key])),
}

/** A title in a language, or the nearest that there is. */
export function titleIn(titles: Record<string, string | undefined>, lang: string): string | undefined {
  return titles[lang] ?? titles['en'] ?? Object.values(titles).find(Boolean)
}
