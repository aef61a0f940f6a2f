import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { withdrawInvitationRow } from '../store/invitations.ts'

export const withdrawInvitation = defineOperation({
  name: 'identity.withdrawInvitation',
  summary: 'Withdraw an invitation: its link no longer works.',
  kind: 'command',
  http: { method: 'DELETE', path: '/invitations/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id }),
  output: z.object({}),
  async handle(ctx, { id }) {
    if (!(await withdrawInvitationRow(ctx.db, id))) throw refuse.notFound()
    ctx.emit({ type: 'invitation.withdrawn', subject: { kind: 'invitation', id } })
    return {}
  },
})
