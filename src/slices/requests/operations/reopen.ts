import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Text } from '../../../kernel/schema.ts'
import { move } from '../move.ts'
import { isReopenable } from '../rules.ts'
import { insertEntry } from '../store/entries.ts'
import { findRequestFor } from '../store/requests.ts'
import { findKnownType } from '../store/types.ts'
import { RequestView, requestView } from '../views.ts'
import { RequestAddress } from './read.ts'

/** The requester opens a closed request again, within the days that its kind allows, and says why. */
export const reopen = defineOperation({
  name: 'requests.reopen',
  summary: 'Open one of my closed requests again',
  kind: 'command',
  http: { method: 'POST', path: '/requests/{request}/reopening' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  rateLimit: { limit: 20, seconds: 3600, visitors: 200 },
  input: z.object({ request: RequestAddress, message: Text(20_000) }),
  output: RequestView,
  load: (ctx, input) => findRequestFor(ctx, input.request, { lock: true, right: 'own' }),
  async handle(ctx, { message }, request) {
    const type = await findKnownType(ctx, request.type)
    if (!isReopenable(request, type?.reopenDays ?? 0, ctx.now()))
      throw refuse.conflict('requests.closed', 'requests.reopen.tooLate')
    const authorName = ctx.actor.name ?? request.contact_name
    const entry = await insertEntry(ctx, request.id, { kind: 'message', side: 'requester', authorName, body: message })
    const moved = await move(ctx, request, { to: 'open', side: 'requester', authorName })
    ctx.emit({ type: 'request.replied', subject: { kind: 'request', id: request.id }, payload: { entry } })
    return requestView(ctx, moved)
  },
})
