import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema } from '../../../kernel/schema.ts'
import { OriginFrom, proposalOf } from '../from-origin.ts'
import { Kind } from '../views.ts'

/** What an article about something that happened may begin with: a request that was solved, for one. */
export const readProposal = defineOperation({
  name: 'knowledge.readProposal',
  summary: 'Read what an article may begin with that is written from something that happened, without persons in it',
  kind: 'query',
  http: { method: 'GET', path: '/editing/proposals/{from}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({ from: OriginFrom }),
  output: z.object({
    label: z.string().describe('What it is called'),
    path: z.string(),
    kind: Kind,
    lang: LangSchema,
    title: z.string(),
    question: z.string(),
    solution: z.string(),
    read: z.array(z.object({ path: z.string(), title: z.string() })),
  }),
  load: (ctx, { from }) => proposalOf(ctx, from),
  handle: async (_ctx, _input, { origin, ...proposal }) => ({ ...proposal, label: origin.label, path: origin.path }),
})
