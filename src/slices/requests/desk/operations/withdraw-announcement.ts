import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { KnownErrorView, knownErrorView } from '../known-error-view.ts'
import { updateKnownError } from '../store/known-errors.ts'
import { KnownErrorReference, loadKnownError } from './read-known-error.ts'

/** It is over, or it was none: nobody is told of it any more. The known error stays. */
export const withdrawAnnouncement = defineOperation({
  name: 'requests.withdrawAnnouncement',
  summary: 'Take the announcement of a major incident back',
  kind: 'command',
  http: { method: 'DELETE', path: '/desk/known-errors/{error}/announcement' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ error: KnownErrorReference }),
  output: KnownErrorView,
  load: (ctx, { error }) => loadKnownError(ctx, error, { lock: true }),
  async handle(ctx, _input, known) {
    const none = { announcement: null, announced_at: null, announced_until: null }
    await updateKnownError(ctx, known.id, none)
    ctx.emit({ type: 'incident.ended', subject: { kind: 'known-error', id: known.id } })
    return knownErrorView(ctx, { ...known, ...none, changed_at: ctx.now() })
  },
})
