import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { move } from '../move.ts'
import { isWithdrawable } from '../rules.ts'
import { findRequestFor } from '../store/requests.ts'
import { RequestView, requestView } from '../views.ts'
import { RequestAddress } from './read.ts'

/** The requester takes it back; it is closed for good. */
export const withdraw = defineOperation({
  name: 'requests.withdraw',
  summary: 'Withdraw one of my requests',
  kind: 'command',
  http: { method: 'POST', path: '/requests/{request}/withdrawal' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  confirm: true,
  input: z.object({ request: RequestAddress }),
  output: RequestView,
  load: (ctx, input) => findRequestFor(ctx, input.request, { lock: true, right: 'own' }),
  async handle(ctx, _input, request) {
    if (!isWithdrawable(request.state)) throw refuse.conflict('requests.already_done', 'requests.withdraw.done')
    const authorName = ctx.actor.name ?? request.contact_name
    const moved = await move(ctx, request, { to: 'closed', ending: 'withdrawn', side: 'requester', authorName })
    ctx.emit({ type: 'request.withdrawn', subject: { kind: 'request', id: request.id } })
    return requestView(ctx, moved)
  },
})
