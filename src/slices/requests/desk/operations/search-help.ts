import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Line } from '../../../../kernel/schema.ts'
import { findHelp, Help } from '../help.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { Reference } from './read-for-desk.ts'

/** Articles to be put into an answer. */
export const searchHelp = defineOperation({
  name: 'requests.searchHelp',
  summary: 'Search articles to put into an answer, in the requester’s language first',
  kind: 'query',
  http: { method: 'GET', path: '/desk/requests/{reference}/help' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: z.object({ reference: Reference, words: Line(200) }),
  output: z.object({ items: z.array(Help) }),
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference),
  handle: async (ctx, { words }, request) => ({ items: findHelp(ctx, words, request.lang) }),
})
