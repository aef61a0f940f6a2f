import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { deleteTeam as deleteRow, findTeam } from '../store/groups.ts'

export const deleteTeam = defineOperation({
  name: 'identity.deleteTeam',
  summary: 'Delete a team; its people stay.',
  kind: 'command',
  http: { method: 'DELETE', path: '/teams/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findTeam(ctx.db, id),
  async handle(ctx, { id }) {
    await deleteRow(ctx.db, id)
    ctx.emit({ type: 'team.deleted', subject: { kind: 'team', id } })
    return {}
  },
})
