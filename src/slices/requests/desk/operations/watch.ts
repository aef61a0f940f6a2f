import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { addWatchers, removeWatcher } from '../store/watchers.ts'
import { Reference } from './read-for-desk.ts'

/** Wants to hear what goes on in a request of a colleague, or no longer. */
export const watch = defineOperation({
  name: 'requests.watch',
  summary: 'Follow a request of the desk, or stop following it',
  kind: 'command',
  http: { method: 'PUT', path: '/desk/requests/{reference}/watching' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ reference: Reference, on: z.boolean() }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference),
  async handle(ctx, { on }, request) {
    const { personId } = ctx.actor
    if (personId === null) throw refuse.forbidden()
    if (on) await addWatchers(ctx, request.id, [personId])
    else await removeWatcher(ctx.db, request.id, personId)
    return deskView(ctx, request)
  },
})
