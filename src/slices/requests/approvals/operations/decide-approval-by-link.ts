import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { findByLink } from '../by-link.ts'
import { decideAsk } from '../decide.ts'
import { Decision, reasonOf } from '../decision.ts'
import { ApprovalLink } from './read-approval-by-link.ts'

/** Decides by the link of a mail: once, as the person it was sent to, without signing in. */
export const decideApprovalByLink = defineOperation({
  name: 'requests.decideApprovalByLink',
  summary: 'Approve or decline by the link in a mail',
  kind: 'command',
  channels: ['web', 'mail'],
  requires: 'anyone',
  confirm: true,
  rateLimit: { limit: 20, seconds: 300, visitors: 200 },
  input: z.object({ link: ApprovalLink, ...Decision }),
  output: z.object({}),
  load: (ctx, { link }) => findByLink(ctx, link),
  async handle(_ctx, { outcome, reason }, linked) {
    await decideAsk(linked.ctx, linked.ask, { outcome, reason: reasonOf(outcome, reason) })
    return {}
  },
})
