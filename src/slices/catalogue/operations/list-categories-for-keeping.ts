import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { Texts } from '../content.ts'
import { listCategoriesForKeeping as listStored } from '../store/categories.ts'

export const listCategoriesForKeeping = defineOperation({
  name: 'catalogue.listCategories',
  summary: 'List the categories of services, for those who keep them',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/categories' },
  channels: ['web', 'api'],
  requires: 'catalogue.manage',
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: Id,
        key: z.string(),
        icon: z.string(),
        position: z.number(),
        titles: Texts,
        descriptions: Texts,
        services: z.number(),
      }),
    ),
  }),
  examples: [{ title: 'All', input: {} }],
  handle: async (ctx) => ({ items: (await listStored(ctx.db)) as never }),
})
