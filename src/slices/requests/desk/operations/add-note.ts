import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Text } from '../../../../kernel/schema.ts'
import { personsWith } from '../../../identity/index.ts'
import { insertEntry } from '../../store/entries.ts'
import { updateRequest } from '../../store/requests.ts'
import { ownerOf } from '../../views.ts'
import type { Choice } from '../choices.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { mentionedIn } from '../mentions.ts'
import { whoSees } from '../sight.ts'
import { type DeskRow, findRequestForDesk } from '../store/desk.ts'
import { clearDraft } from '../store/seats.ts'
import { addWatchers } from '../store/watchers.ts'
import { Reference } from './read-for-desk.ts'

/**
 * A note for the desk only: never shown, mailed or searchable outside of it. Colleagues named in it (`@Petra Vogt`) are told and hear of
 * the request from then on.
 */
export const addNote = defineOperation({
  name: 'requests.addNote',
  summary: 'Add an internal note to a request; colleagues named with @ are told',
  kind: 'command',
  http: { method: 'POST', path: '/desk/requests/{reference}/notes' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ reference: Reference, note: Text(20_000), files: z.array(Id).max(10).default([]) }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, { note, files }, request) {
    const mentioned = note.includes('@') ? await mentionedBy(ctx, request, note) : []
    await ctx.files.claim(files, ownerOf(request.id))
    const entry = await insertEntry(ctx, request.id, { kind: 'note', side: 'desk', body: note, fileIds: files })
    await updateRequest(ctx.db, request.id, {}, ctx.now())
    await clearDraft(ctx, request.id)
    await addWatchers(
      ctx,
      request.id,
      mentioned.map((agent) => agent.id),
    )
    const subject = { kind: 'request', id: request.id }
    ctx.emit({ type: 'request.noted', subject })
    for (const { id } of mentioned) ctx.emit({ type: 'request.mentioned', subject, payload: { entry, person: id } })
    return deskView(ctx, { ...request, changed_at: ctx.now() })
  },
})

/** Colleagues named in a note. Who may not see the request is not told of it. */
async function mentionedBy(ctx: Ctx, request: DeskRow, note: string): Promise<Choice[]> {
  const agents = await personsWith(ctx, 'requests.work')
  const mentioned = mentionedIn(note, agents).filter((agent) => agent.id !== ctx.actor.personId)
  if (mentioned.length === 0) return []
  const seeing = new Set((await whoSees(ctx, request)).map(({ id }) => id))
  const hidden = mentioned.find(({ id }) => !seeing.has(id))
  if (hidden) throw refuse.field('note', 'requests.desk.noteHidden', { name: hidden.name })
  return mentioned
}
