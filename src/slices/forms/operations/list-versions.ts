import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Instant } from '../../../kernel/schema.ts'
import { differences } from '../differences.ts'
import { findNewest, listVersions as listRows } from '../store/forms.ts'
import { FormKey } from '../views.ts'

/** The versions of a form, the newest first, each with what it changed, in words. */
export const listVersions = defineOperation({
  name: 'forms.listVersions',
  summary: 'List the versions of a form, the newest first, with what each changed in words',
  kind: 'query',
  http: { method: 'GET', path: '/forms/{key}/versions' },
  channels: ['web', 'api', 'mcp'],
  requires: 'forms.manage',
  input: z.object({ key: FormKey, ...PageInput }),
  output: pageOf(
    z.object({
      version: z.number().int(),
      savedAt: Instant,
      author: z.string().nullable(),
      publishedAt: Instant.nullable(),
      isPublished: z.boolean(),
      changes: z.array(z.string()),
    }),
  ),
  examples: [{ title: 'Of the form for new laptops', input: { key: 'new-laptop' } }],
  load: (ctx, { key }) => findNewest(ctx.db, key),
  async handle(ctx, { cursor, limit }, form) {
    const before = cursor ? Number(decodeCursor(cursor, 1)[0]) : null
    if (before !== null && !Number.isSafeInteger(before)) throw refuse.field('cursor', 'refusal.cursor')
    const rows = await listRows(ctx.db, form.id, { before, limit: limit + 1 })
    const { items, next } = cutPage(rows, limit, (row) => [row.version])
    return {
      next,
      items: items.map(({ definition, ...row }, n) => {
        const earlier = rows[n + 1]?.definition
        const changes = earlier ? differences(earlier, definition, ctx.t, ctx.lang) : []
        return { ...row, isPublished: row.version === form.published, changes }
      }),
    }
  },
})
