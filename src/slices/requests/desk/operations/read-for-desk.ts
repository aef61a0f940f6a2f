import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { findRequestForDesk } from '../store/desk.ts'

/** How the desk names a request. */
export const Reference = z.string().max(40).describe('`R-24001-A`')

/** A request with all that the desk should know: who, what was tried before, notes. */
export const readForDesk = defineOperation({
  name: 'requests.readForDesk',
  summary: 'Read a request at the desk, with notes and what was asked and read before',
  kind: 'query',
  http: { method: 'GET', path: '/desk/requests/{reference}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: z.object({ reference: Reference }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference),
  handle: (ctx, _input, request) => deskView(ctx, request),
})
