import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Text } from '../../../../kernel/schema.ts'
import { move } from '../../move.ts'
import { nextStates } from '../../rules.ts'
import { findMessageSince, insertEntry } from '../../store/entries.ts'
import { ownerOf } from '../../views.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { clearDraft } from '../store/seats.ts'
import { Reference } from './read-for-desk.ts'

/** The desk answers; the requester is told by mail. Who answers what nobody has taken, takes it. */
export const answer = defineOperation({
  name: 'requests.answer',
  summary: 'Answer a request and say where it stands now',
  kind: 'command',
  http: { method: 'POST', path: '/desk/requests/{reference}/answers' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    reference: Reference,
    message: Text(20_000),
    files: z.array(Id).max(10).default([]),
    state: z
      .enum(['open', 'waiting', 'solved', 'approval'])
      .default('waiting')
      .describe('Where it stands then; `approval` only while it is being approved'),
    seen: Id.optional().describe(
      'The last message that one has read: an answer by somebody else since then is refused once',
    ),
  }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, { message, files, state, seen }, request) {
    if (seen) await refuseCrossing(ctx, request.id, seen)
    if (state !== request.state && !nextStates(request.state).includes(state))
      throw refuse.conflict('requests.closed', 'requests.answer.closed')
    await ctx.files.claim(files, ownerOf(request.id))
    const entry = await insertEntry(ctx, request.id, { kind: 'message', side: 'desk', body: message, fileIds: files })
    const assigneeId = request.assignee_id ?? ctx.actor.personId
    const moved = await move(ctx, request, {
      to: state,
      side: 'desk',
      answered: true,
      change: { assignee_id: assigneeId },
    })
    await clearDraft(ctx, request.id)
    ctx.emit({ type: 'request.answered', subject: { kind: 'request', id: request.id }, payload: { entry, state } })
    return deskView(ctx, { ...request, ...moved })
  },
})

/** Two people answered at the same time, or the requester has written meanwhile: whoever is second should read it first. */
async function refuseCrossing(ctx: Ctx, requestId: string, seen: string) {
  const crossing = await findMessageSince(ctx.db, requestId, seen)
  if (crossing)
    throw refuse.conflict('requests.answered_meanwhile', 'requests.desk.answeredMeanwhile', {
      name: crossing.author_name ?? '',
    })
}
