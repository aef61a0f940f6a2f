import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Email, Line } from '../../../../kernel/schema.ts'
import { peopleNamed } from '../../../identity/index.ts'
import { move } from '../../move.ts'
import { insertEntry } from '../../store/entries.ts'
import { deleteShares } from '../../store/shares.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { Reference } from './read-for-desk.ts'

/** Says whose request it really is. What the one before could open or had let others read, nobody can by that any more. */
export const changeRequester = defineOperation({
  name: 'requests.changeRequester',
  summary: 'Say whose request it is; links given out before stop working',
  kind: 'command',
  http: { method: 'PUT', path: '/desk/requests/{reference}/requester' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    reference: Reference,
    email: Email,
    name: Line(100).optional().describe('Of somebody who has no account'),
  }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, { email, name }, request) {
    if (request.state === 'closed') throw refuse.conflict('requests.closed', 'requests.answer.closed')
    const known = (await peopleNamed(ctx, email, 10)).find((person) => person.email === email)
    const isOther = request.requester_id === null || request.requester_id !== known?.id
    await insertEntry(ctx, request.id, {
      kind: 'assignment',
      side: 'desk',
      detail: { requester: known?.name ?? name ?? email },
    })
    const moved = await move(ctx, request, {
      to: request.state,
      side: 'desk',
      change: {
        requester_id: known?.id ?? null,
        contact_name: known ? null : (name ?? null),
        contact_email: known ? null : email,
        link_version: request.link_version + 1,
        ...(isOther ? { beneficiary_id: null, organisation_id: null } : {}),
      },
    })
    if (isOther) await deleteShares(ctx.db, request.id)
    const subject = { kind: 'request', id: request.id }
    ctx.emit({ type: 'request.changed', subject })
    ctx.emit({ type: 'request.requester-changed', subject })
    return deskView(ctx, { ...request, ...moved })
  },
})
