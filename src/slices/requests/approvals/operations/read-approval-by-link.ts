import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { findByLink } from '../by-link.ts'
import { ApprovalView, approvalViews } from '../views.ts'

export const ApprovalLink = z.string().max(200).describe('The secret of the link in the mail')

/** What a link in a mail leads to. Reading decides nothing, however often it is done. */
export const readApprovalByLink = defineOperation({
  name: 'requests.readApprovalByLink',
  summary: 'Read what the link in a mail asks to approve',
  kind: 'query',
  channels: ['web', 'mail'],
  requires: 'anyone',
  rateLimit: { limit: 60, seconds: 300, visitors: 600 },
  input: z.object({ link: ApprovalLink }),
  output: ApprovalView.extend({ me: z.string().describe('Whose link it is') }),
  load: (ctx, { link }) => findByLink(ctx, link),
  async handle(ctx, _input, { ask, personId, name }) {
    const [view] = await approvalViews(ctx, [ask], personId)
    if (!view) throw new Error('an ask has no item')
    return { ...view, me: name }
  },
})
