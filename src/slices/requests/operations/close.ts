import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { move } from '../move.ts'
import { isClosable } from '../rules.ts'
import { findRequestFor } from '../store/requests.ts'
import { RequestView, requestView } from '../views.ts'
import { RequestAddress } from './read.ts'

/** The requester says that it is settled. */
export const close = defineOperation({
  name: 'requests.close',
  summary: 'Say that one of my requests is settled',
  kind: 'command',
  http: { method: 'POST', path: '/requests/{request}/closing' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  input: z.object({ request: RequestAddress }),
  output: RequestView,
  load: (ctx, input) => findRequestFor(ctx, input.request, { lock: true, right: 'own' }),
  async handle(ctx, _input, request) {
    if (!isClosable(request.state)) throw refuse.conflict('requests.already_done', 'requests.close.done')
    const authorName = ctx.actor.name ?? request.contact_name
    const solved =
      request.state === 'solved' ? request : await move(ctx, request, { to: 'solved', side: 'requester', authorName })
    const moved = await move(ctx, solved, { to: 'closed', ending: 'solved', side: 'requester', authorName })
    ctx.emit({
      type: 'request.state-changed',
      subject: { kind: 'request', id: request.id },
      payload: { state: 'closed', by: 'requester' },
    })
    return requestView(ctx, moved)
  },
})
