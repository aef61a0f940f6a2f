import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { listCategoriesForKeeping as listFrom } from '../store/tree.ts'

/** The whole tree with all its texts, in the order in which it is read, empty categories included. */
export const listCategoriesForKeeping = defineOperation({
  name: 'knowledge.listCategoriesForKeeping',
  summary: 'List all categories with their texts, for choosing and for keeping them',
  kind: 'query',
  http: { method: 'GET', path: '/editing/categories' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: Id,
        key: z.string(),
        parentId: Id.nullable(),
        level: z.number().int().describe('1 at the root'),
        position: z.number().int(),
        icon: z.string(),
        audienceId: Id.nullable(),
        portals: z.array(z.string()),
        texts: z.partialRecord(LangSchema, z.object({ title: z.string(), description: z.string(), slug: z.string() })),
        articles: z.number().int().describe('Articles directly in it, drafts included'),
      }),
    ),
  }),
  examples: [{ title: 'All categories', input: {} }],
  async handle(ctx) {
    const rows = await listFrom(ctx)
    return {
      items: rows.map(({ parent_id, audience_id, path, translations, ...row }) => ({
        ...row,
        parentId: parent_id,
        audienceId: audience_id,
        level: path.length,
        texts: Object.fromEntries(translations.map(({ lang, ...text }) => [lang, text])),
      })),
    }
  },
})
