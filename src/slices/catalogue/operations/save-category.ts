import { z } from 'zod'
import { LANGS } from '../../../kernel/lang.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanLine, Id, LangSchema } from '../../../kernel/schema.ts'
import { freeKey } from '../keys.ts'
import { insertCategory, isCategoryKeyTaken, updateCategory } from '../store/categories.ts'

const Words = (max: number) => z.partialRecord(LangSchema, z.string().transform(cleanLine).pipe(z.string().max(max)))

export const saveCategory = defineOperation({
  name: 'catalogue.saveCategory',
  summary: 'Add or change a category of services',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/categories' },
  channels: ['web', 'api'],
  requires: 'catalogue.manage',
  input: z.object({
    id: Id.optional().describe('Absent: a new one'),
    icon: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .default('package'),
    position: z.coerce.number().int().min(0).max(10_000).default(0),
    titles: Words(120),
    descriptions: Words(300).default({}),
  }),
  output: z.object({ id: Id }),
  async handle(ctx, { id, ...content }) {
    const title = content.titles[ctx.lang] || LANGS.map((lang) => content.titles[lang]).find(Boolean)
    if (!title) throw refuse.field(['titles', ctx.lang], 'refusal.required')
    if (id && !(await updateCategory(ctx.db, id, content))) throw refuse.notFound()
    const saved =
      id ?? (await insertCategory(ctx.db, await freeKey(title, (key) => isCategoryKeyTaken(ctx.db, key)), content))
    ctx.emit({ type: 'service-category.changed', subject: { kind: 'service-category', id: saved } })
    return { id: saved }
  },
})
