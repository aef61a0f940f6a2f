import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event, Reaction } from '../../../kernel/events.ts'
import { listItemsAsking } from './store/chains.ts'

/** What happens when an approver leaves. Who hears what about approvals stands in `notifications.ts`. */
export const approvalReactions: readonly Reaction<Ctx>[] = [
  { name: 'requests.replaceApprovers', on: ['person.deactivated', 'person.erased'], handle: replaceApprovers },
]

async function replaceApprovers(ctx: Ctx, { subject }: Event) {
  for (const item of await listItemsAsking(ctx.db, subject.id))
    await ctx.jobs.enqueue('requests.replaceApprover', { item, person: subject.id })
}
