import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { fillIn } from '../fill-in.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { findTemplate } from '../store/phrases.ts'
import { Reference } from './read-for-desk.ts'

/** What a template says to the requester of a request. */
export const fillTemplate = defineOperation({
  name: 'requests.fillTemplate',
  summary: 'Give the text of a template for a request, in the requester’s language',
  kind: 'query',
  http: { method: 'GET', path: '/desk/requests/{reference}/templates/{template}' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ reference: Reference, template: Id }),
  output: z.object({ text: z.string() }),
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference),
  async handle(ctx, { template }, request) {
    const found = await findTemplate(ctx, template)
    if (!found) throw refuse.notFound()
    return { text: await fillIn(ctx, found, request) }
  },
})
