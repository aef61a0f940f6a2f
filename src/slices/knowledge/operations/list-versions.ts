import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { Id, Instant, LangSchema } from '../../../kernel/schema.ts'
import { findEditable } from '../store/editable.ts'
import { listVersions as listFrom } from '../store/translations.ts'

/** The history of a translation, newest first. */
export const listVersions = defineOperation({
  name: 'knowledge.listVersions',
  summary: 'List the versions of a translation, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/articles/{id}/translations/{lang}/versions' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({ id: Id, lang: LangSchema, ...PageInput }),
  output: pageOf(
    z.object({
      number: z.number().int(),
      title: z.string(),
      author: z.string().nullable(),
      note: z.string().nullable(),
      createdAt: Instant,
    }),
  ),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { id, lang, cursor, limit }) {
    const [below] = cursor ? decodeCursor(cursor, 1) : []
    const number = below === undefined ? undefined : Math.trunc(Number(below)) || undefined
    const page = cutPage(await listFrom(ctx, id, lang, limit + 1, number), limit, (row) => [row.number])
    return { ...page, items: page.items.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at })) }
  },
})
