import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { teamChoices } from '../../../identity/index.ts'
import { DeskView, deskView } from '../../desk/desk-view.ts'
import { Reference } from '../../desk/operations/read-for-desk.ts'
import { findRequestForDesk } from '../../desk/store/desk.ts'
import { priorityOf, TypeKey } from '../../request-type.ts'
import { LEVELS } from '../../rules.ts'
import { insertEntries, insertEntry } from '../../store/entries.ts'
import { type Change, updateRequest } from '../../store/requests.ts'
import { findType } from '../../store/types.ts'
import { retarget } from '../retarget.ts'

/**
 * The desk says what kind of case it is, how many it hits and how pressing it is. Priority and promise follow; a promise only ever comes
 * nearer by it: what was promised is not taken back by a form.
 */
export const classify = defineOperation({
  name: 'requests.classify',
  summary: 'Set kind, impact and urgency of a request; its priority and promise follow',
  kind: 'command',
  http: { method: 'PUT', path: '/desk/requests/{reference}/kind' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    reference: Reference,
    type: TypeKey,
    impact: z.literal([...LEVELS]).nullable(),
    urgency: z.literal([...LEVELS]).nullable(),
  }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, { type: key, impact, urgency }, request) {
    if (request.state === 'closed') throw refuse.conflict('requests.closed', 'requests.answer.closed')
    const type = await findType(ctx.db, key)
    if (!type || (type.retired && key !== request.type)) throw refuse.field('type', 'requests.promise.noSuchType')
    const priority = priorityOf(type, impact, urgency)
    const times = await retarget(ctx, request, type, priority)
    // A kind that its team keeps to itself goes there, and away from whoever had it.
    const isKeptElsewhere = type.teamOnly && type.key !== request.type && type.team !== request.team_id
    const change: Change = {
      type: type.key,
      priority,
      impact,
      urgency,
      ...times.change,
      ...(isKeptElsewhere ? { team_id: type.team, assignee_id: null } : {}),
    }
    if (isKeptElsewhere) {
      const team = (await teamChoices(ctx)).find((one) => one.id === type.team)?.name ?? null
      await insertEntry(ctx, request.id, { kind: 'assignment', side: 'desk', detail: { team } })
    }
    await insertEntries(ctx, request.id, times.entries)
    await updateRequest(ctx.db, request.id, change, ctx.now())
    ctx.emit({
      type: 'request.classified',
      subject: { kind: 'request', id: request.id },
      payload: { type: key, priority },
    })
    return deskView(ctx, { ...request, ...change, changed_at: ctx.now() })
  },
})
