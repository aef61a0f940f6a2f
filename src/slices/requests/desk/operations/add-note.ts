import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Text } from '../../../../kernel/schema.ts'
import { insertEntry } from '../../store/entries.ts'
import { updateRequest } from '../../store/requests.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { Reference } from './read-for-desk.ts'

/** A note for the desk only: never shown, mailed or searchable outside of it. */
export const addNote = defineOperation({
  name: 'requests.addNote',
  summary: 'Add an internal note to a request',
  kind: 'command',
  http: { method: 'POST', path: '/desk/requests/{reference}/notes' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ reference: Reference, note: Text(20_000) }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, { note }, request) {
    await insertEntry(ctx, request.id, { kind: 'note', side: 'desk', body: note })
    await updateRequest(ctx.db, request.id, {}, ctx.now())
    ctx.emit({ type: 'request.noted', subject: { kind: 'request', id: request.id } })
    return deskView(ctx, { ...request, changed_at: ctx.now() })
  },
})
