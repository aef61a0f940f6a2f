import { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { listColleagues, listPersons } from '../../identity/index.ts'

/** People that a preview can be seen as: colleagues, and for those who manage people everybody. */
export const listPeopleToPreview = defineOperation({
  name: 'catalogue.listPeopleToPreview',
  summary: 'List people as whom a service can be previewed',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/people' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ search: z.string().trim().max(100).optional() }),
  output: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
  examples: [{ title: 'First ones', input: {} }],
  access: ({ actor }) => may(actor, 'catalogue.manage') || may(actor, 'catalogue.own'),
  async handle(ctx, { search }) {
    const asked = { search: search ?? '', limit: 100 }
    return {
      items: may(ctx.actor, 'catalogue.manage') ? await listPersons(ctx, asked) : await listColleagues(ctx, asked),
    }
  },
})
