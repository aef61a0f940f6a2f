import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event, Reaction } from '../../../kernel/events.ts'
import { mailAsk, mailOutcome, mailSubstitute } from './mails.ts'
import { listItemsAsking } from './store/chains.ts'
import { findSubstitution } from './store/substitutions.ts'

/** Who hears what about approvals, and what happens when an approver leaves. */
export const approvalReactions: readonly Reaction<Ctx>[] = [
  { name: 'requests.mailAsk', on: ['approval.asked'], handle: (ctx, { subject }) => mailAsk(ctx, subject.id, 'asked') },
  {
    name: 'requests.mailReminder',
    on: ['approval.reminded'],
    handle: (ctx, { subject }) => mailAsk(ctx, subject.id, 'reminded'),
  },
  {
    name: 'requests.mailOutcome',
    on: ['approval-chain.finished'],
    handle: (ctx, { subject, payload }) =>
      mailOutcome(ctx, subject.id, String(payload['itemKey']), String(payload['outcome'])),
  },
  { name: 'requests.mailSubstitute', on: ['substitute.named'], handle: tellSubstitute },
  { name: 'requests.replaceApprovers', on: ['person.deactivated', 'person.erased'], handle: replaceApprovers },
]

async function tellSubstitute(ctx: Ctx, { subject }: Event) {
  const one = await findSubstitution(ctx.db, subject.id)
  if (!one || one.ended_at) return
  const { person_id: personId, substitute_id: substitute, from_day: from, until_day: until } = one
  await mailSubstitute(ctx, { personId, substitute, from, until })
}

async function replaceApprovers(ctx: Ctx, { subject }: Event) {
  for (const item of await listItemsAsking(ctx.db, subject.id))
    await ctx.jobs.enqueue('requests.replaceApprover', { item, person: subject.id })
}
