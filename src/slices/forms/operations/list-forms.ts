import { z } from 'zod'
import { inLang } from '../../../kernel/form/local-text.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanLine, Id } from '../../../kernel/schema.ts'
import { listForms as listRows } from '../store/forms.ts'
import { FormSummary } from '../views.ts'

/** Every form, the last changed first. */
export const listForms = defineOperation({
  name: 'forms.list',
  summary: 'List forms, the last changed first; search by title or key',
  kind: 'query',
  http: { method: 'GET', path: '/forms' },
  channels: ['web', 'api', 'mcp'],
  requires: 'forms.manage',
  input: z.object({
    q: z.string().max(100).transform(cleanLine).default(''),
    show: z.enum(['active', 'archived']).default('active'),
    ...PageInput,
  }),
  output: pageOf(FormSummary),
  examples: [{ title: 'All', input: {} }],
  async handle(ctx, { q, show, cursor, limit }) {
    const after = cursor ? placeOf(cursor) : null
    const rows = await listRows(ctx.db, { after, archived: show === 'archived', search: q, limit: limit + 1 })
    const { items, next } = cutPage(rows, limit, (row) => [row.changedAt.toISOString(), row.id])
    return { items: items.map((row) => ({ ...row, title: inLang(row.title as object, ctx.lang) || row.key })), next }
  },
})

function placeOf(cursor: string): { at: Date; id: string } {
  const [at, id] = decodeCursor(cursor, 2)
  const moment = new Date(String(at))
  if (Number.isNaN(moment.getTime()) || !Id.safeParse(id).success) throw refuse.field('cursor', 'refusal.cursor')
  return { at: moment, id: String(id) }
}
