import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { findRequestFor } from '../store/requests.ts'
import { RequestView, requestView } from '../views.ts'

/** How a requester names a request: the reference of one of their own, or the secret of its link. */
export const RequestAddress = z
  .string()
  .max(100)
  .describe('Reference of one of my requests (`R-24001-A`), or the secret of its tracking link')

/** A request with its timeline, for whoever wrote it. */
export const read = defineOperation({
  name: 'requests.read',
  summary: 'Read one of my requests, or one whose tracking link I have, with everything that happened',
  kind: 'query',
  http: { method: 'GET', path: '/requests/{request}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  rateLimit: { limit: 300, seconds: 300, visitors: 3000 },
  input: z.object({ request: RequestAddress }),
  output: RequestView,
  load: (ctx, { request }) => findRequestFor(ctx, request),
  handle: (ctx, _input, request) => requestView(ctx, request),
})
