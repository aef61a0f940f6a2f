import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { audienceChoices } from '../../../identity/index.ts'

/** Lists the audiences that a document or an article may be meant for. */
export const listAudienceChoices = defineOperation({
  name: 'knowledge.listAudienceChoices',
  summary: 'List the audiences that something may be meant for',
  kind: 'query',
  channels: ['web'],
  requires: 'knowledge.write',
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ id: Id, key: z.string(), name: z.string() })) }),
  handle: async (ctx) => ({ items: await audienceChoices(ctx) }),
})
