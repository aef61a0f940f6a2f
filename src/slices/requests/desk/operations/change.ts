import { defineOperation } from '../../../../kernel/operation.ts'
import { applyChange, DeskChange } from '../change.ts'
import { deskChoices } from '../choices.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { Reference } from './read-for-desk.ts'

/** Who deals with it, how urgent it is, what it is: everything that the desk sets without writing. */
export const change = defineOperation({
  name: 'requests.change',
  summary: 'Assign a request, hand it to a team, set its priority, kind, state or tags',
  kind: 'command',
  http: { method: 'PATCH', path: '/desk/requests/{reference}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: DeskChange.extend({ reference: Reference }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  handle: async (ctx, input, request) => deskView(ctx, await applyChange(ctx, request, input, await deskChoices(ctx))),
})
