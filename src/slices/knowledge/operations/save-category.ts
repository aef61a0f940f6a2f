import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { newId } from '../../../kernel/ids.ts'
import { LANGS } from '../../../kernel/lang.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanLine, Id, LangSchema } from '../../../kernel/schema.ts'
import { articleSlug } from '../rules.ts'
import {
  type CategoryTranslation,
  findStoredCategory,
  insertCategories,
  isCategorySlugTaken,
  listStoredCategories,
  updateCategory,
} from '../store/tree.ts'
import { checkAudience } from './create-article.ts'

const Line = (max: number) => z.string().transform(cleanLine).pipe(z.string().max(max))
const Texts = z.object({ title: Line(120), description: Line(300).default(''), slug: Line(100).default('') })
/** Levels that a tree may have. */
const DEEPEST = 5

/** Adds a category, or changes one. Addresses are made of the titles unless they are given. */
export const saveCategory = defineOperation({
  name: 'knowledge.saveCategory',
  summary: 'Add or change a category',
  kind: 'command',
  http: { method: 'POST', path: '/editing/categories' },
  channels: ['web', 'api'],
  requires: 'knowledge.manage',
  input: z.object({
    id: Id.optional().describe('Absent: a new one'),
    parent: Id.nullable().optional().describe('Of a new one: where it hangs; null: at the root'),
    icon: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, { error: 'knowledge.refusal.icon' })
      .default('folder'),
    position: z.coerce.number().int().min(0).max(10_000).default(0),
    audience: Id.nullable().default(null),
    portals: z.array(z.string().max(60)).max(50).default([]),
    texts: z.partialRecord(LangSchema, Texts),
  }),
  output: z.object({ id: Id }),
  async handle(ctx, { id, parent, icon, position, audience, portals, texts }) {
    await checkAudience(ctx, audience)
    const translations = await translationsOf(ctx, texts, id ?? null)
    const own = { icon, position, audience_id: audience, portals }
    if (id) {
      const before = await findStoredCategory(ctx, id)
      if (!before) throw refuse.notFound()
      await updateCategory(ctx, before, own, translations)
      ctx.emit({ type: 'category.changed', subject: { kind: 'category', id } })
      return { id }
    }
    const all = await listStoredCategories(ctx)
    const above = parent ? all.find((category) => category.id === parent) : undefined
    if (parent && !above) throw refuse.field('parent', 'knowledge.refusal.category')
    if (above && above.path.length >= DEEPEST)
      throw refuse.field('parent', 'knowledge.refusal.tooDeep', { levels: DEEPEST })
    const created = newId()
    const name = translations[0]?.slug ?? created
    const key = freeKey(above ? `${above.key}/${name}` : name, new Set(all.map((category) => category.key)))
    const path = [...(above?.path ?? []), created]
    await insertCategories(ctx, [{ ...own, id: created, key, parent_id: above?.id ?? null, path, translations }])
    ctx.emit({ type: 'category.changed', subject: { kind: 'category', id: created } })
    return { id: created }
  },
})

async function translationsOf(ctx: Ctx, texts: Partial<Record<string, z.output<typeof Texts>>>, id: string | null) {
  const translations: CategoryTranslation[] = []
  for (const lang of LANGS) {
    const text = texts[lang]
    if (!text?.title) continue
    const slug = articleSlug(text.slug || text.title)
    if (await isCategorySlugTaken(ctx, slug, lang, id))
      throw refuse.field(['texts', lang, 'slug'], 'knowledge.refusal.slugTaken')
    translations.push({ lang, title: text.title, description: text.description, slug })
  }
  if (translations.length === 0) throw refuse.field(['texts', ctx.lang, 'title'], 'refusal.required')
  return translations
}

function freeKey(wish: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wish)) return wish
  for (let number = 2; ; number++) if (!taken.has(`${wish}-${number}`)) return `${wish}-${number}`
}
