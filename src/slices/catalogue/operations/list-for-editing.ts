import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { namesOf, Texts, textIn } from '../content.ts'
import { SERVICE_STATES, STATUSES } from '../rules.ts'
import { listEditable } from '../store/services.ts'

export const listForEditing = defineOperation({
  name: 'catalogue.listForEditing',
  summary: 'List the services that one may edit, published or not',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/services' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ search: z.string().trim().max(100).optional(), ...PageInput }),
  output: pageOf(
    z.object({
      id: Id,
      key: z.string(),
      name: z.string(),
      names: Texts,
      state: z.enum(SERVICE_STATES),
      status: z.enum(STATUSES),
      hasUnpublished: z.boolean(),
      owner: z.string().nullable(),
      position: z.number(),
      changedAt: Instant,
    }),
  ),
  examples: [{ title: 'All', input: {} }],
  async handle(ctx, { search, cursor, limit }) {
    const after = cursor ? decodeCursor(cursor, 2) : null
    const rows = await listEditable(ctx, {
      search,
      after: after && { position: Number(after[0]), key: String(after[1]) },
      limit: limit + 1,
    })
    const { items, next } = cutPage(rows, limit, (row) => [row.position, row.key])
    return {
      next,
      items: items.map((row) => ({
        id: row.id,
        key: row.key,
        name: textIn(namesOf(row.definition), ctx.lang) || row.key,
        names: namesOf(row.definition),
        state: row.state,
        status: row.status,
        hasUnpublished: row.newestVersion !== row.publishedVersion,
        owner: row.ownerName,
        position: row.position,
        changedAt: row.changedAt,
      })),
    }
  },
})
