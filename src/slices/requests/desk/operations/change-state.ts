import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { ClosingInput } from '../../closing/closing.ts'
import { STATES } from '../../rules.ts'
import { applyChange } from '../change.ts'
import { deskChoices } from '../choices.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { Reference } from './read-for-desk.ts'

/** The desk says where a request stands, without writing. */
export const changeState = defineOperation({
  name: 'requests.changeState',
  summary: 'Put a request into another state',
  kind: 'command',
  http: { method: 'PUT', path: '/desk/requests/{reference}/state' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ reference: Reference, state: z.enum(STATES), ...ClosingInput }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, { reference: _, ...wanted }, request) {
    const change = { ...wanted, addTags: [], removeTags: [] }
    return deskView(ctx, await applyChange(ctx, request, change, await deskChoices(ctx)))
  },
})
