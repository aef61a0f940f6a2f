import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { findHandOver, HandOverFrom } from './hand-over.ts'

/** What somebody did before they turned to a person, to be shown on the form: nothing is sent behind anybody's back. */
export const readHandOver = defineOperation({
  name: 'requests.readHandOver',
  summary: 'Read what another page hands over to a message',
  kind: 'query',
  http: { method: 'GET', path: '/requests/hand-over' },
  channels: ['web', 'api'],
  requires: 'anyone',
  input: z.object({ from: HandOverFrom }),
  output: z.object({
    question: z.string(),
    steps: z.array(z.object({ question: z.string(), answer: z.string() })),
    read: z.array(z.object({ path: z.string(), title: z.string() })),
    guide: z.object({ path: z.string(), title: z.string() }).optional().describe('Guided help in which it was asked'),
    subject: z.string().optional(),
    message: z.string().optional(),
  }),
  load: (ctx, { from }) => findHandOver(ctx, from),
  handle: async (_ctx, _input, handOver) => handOver,
})
