import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { isPause, referenceOf, type State } from '../../rules.ts'
import { insertEntries } from '../../store/entries.ts'
import { findById, updateRequest } from '../../store/requests.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { UNDOABLE_MS } from '../merging.ts'
import { findRequestForDesk, updateForDesk } from '../store/desk.ts'
import { findMerge, markUndone } from '../store/merging.ts'
import { Reference } from './read-for-desk.ts'

/** Takes a merging back, within a day: the request stands where it stood before. */
export const unmerge = defineOperation({
  name: 'requests.unmerge',
  summary: 'Undo the merging of a request, within a day',
  kind: 'command',
  http: { method: 'DELETE', path: '/desk/requests/{reference}/merging' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ reference: Reference }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, _input, request) {
    const merged = await findMerge(ctx.db, request.id)
    if (!merged || !request.merged_into_id)
      throw refuse.conflict('requests.not_merged', 'requests.desk.merge.notMerged')
    if (ctx.now().getTime() - merged.at.getTime() > UNDOABLE_MS)
      throw refuse.conflict('requests.too_late', 'requests.desk.merge.tooLate')
    const state = merged.state as State
    const target = await findById(ctx.db, merged.into_id)
    await updateForDesk(ctx.db, request.id, { merged_into_id: null })
    const before = { state, ending: null, assignee_id: merged.assignee_id, closed_at: null }
    // A pause goes on from here: the time in between was nobody's fault.
    const paused_at = isPause(state) ? ctx.now() : null
    await updateRequest(ctx.db, request.id, { ...before, paused_at }, ctx.now())
    await markUndone(ctx.db, merged.id, ctx.now())
    const reference = target ? referenceOf(target.number) : ''
    await insertEntries(ctx, request.id, [
      { kind: 'link', side: 'desk', detail: { how: 'unmerged', reference } },
      { kind: 'state', side: 'desk', toState: state },
    ])
    const subject = { kind: 'request', id: request.id }
    ctx.emit({ type: 'request.state-changed', subject, payload: { state } })
    ctx.emit({ type: 'request.unmerged', subject, payload: { apart: merged.into_id } })
    if (target) ctx.emit({ type: 'request.changed', subject: { kind: 'request', id: target.id } })
    return deskView(ctx, { ...request, ...before, paused_at, merged_into_id: null })
  },
})
