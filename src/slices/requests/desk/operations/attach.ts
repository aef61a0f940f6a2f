import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { attachTo, detach } from '../attach.ts'
import { eachOf, RowResult } from '../each-of.ts'
import { Reference } from './read-for-desk.ts'
import { KnownErrorReference, loadKnownError } from './read-known-error.ts'

/** Hangs requests on a known error, or takes them off. */
export const attach = defineOperation({
  name: 'requests.attach',
  summary: 'Attach requests to a known error, or take them off; says for each whether it was done',
  kind: 'command',
  http: { method: 'POST', path: '/desk/known-errors/{error}/requests' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    error: KnownErrorReference,
    references: z.array(Reference).min(1, { error: 'requests.desk.chooseSome' }).max(100),
    on: z.boolean().default(true).describe('False: take them off'),
  }),
  output: z.object({ results: z.array(RowResult) }),
  load: (ctx, { error }) => loadKnownError(ctx, error),
  async handle(ctx, { references, on }, known) {
    if (!known) throw refuse.notFound()
    return {
      results: await eachOf(ctx, references, async (own, request) => {
        if (on) await attachTo(own, request, known)
        else if (request.known_error_id === known.id) await detach(own, request)
      }),
    }
  },
})
