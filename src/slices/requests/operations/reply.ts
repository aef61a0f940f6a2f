import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, Text } from '../../../kernel/schema.ts'
import { move } from '../move.ts'
import { isOpenToRequester, stateAfterReply } from '../rules.ts'
import { insertEntry } from '../store/entries.ts'
import { findRequestFor } from '../store/requests.ts'
import { ownerOf, RequestView, requestView } from '../views.ts'
import { RequestAddress } from './read.ts'

/** The requester adds something. What waited for them, or seemed solved, is open again. */
export const reply = defineOperation({
  name: 'requests.reply',
  summary: 'Add a message to one of my requests',
  kind: 'command',
  http: { method: 'POST', path: '/requests/{request}/replies' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  rateLimit: { limit: 60, seconds: 3600, visitors: 600 },
  input: z.object({ request: RequestAddress, message: Text(20_000), files: z.array(Id).max(10).default([]) }),
  output: RequestView,
  load: (ctx, input) => findRequestFor(ctx, input.request, { lock: true }),
  async handle(ctx, { message, files }, request) {
    if (!isOpenToRequester(request.state)) throw refuse.conflict('requests.closed', 'requests.reply.closed')
    await ctx.files.claim(files, ownerOf(request.id))
    const authorName = ctx.actor.name ?? request.contact_name
    const entry = await insertEntry(ctx, request.id, {
      kind: 'message',
      side: 'requester',
      authorName,
      body: message,
      fileIds: files,
    })
    const moved = await move(ctx, request, { to: stateAfterReply(request.state), side: 'requester', authorName })
    ctx.emit({ type: 'request.replied', subject: { kind: 'request', id: request.id }, payload: { entry } })
    return requestView(ctx, moved)
  },
})
