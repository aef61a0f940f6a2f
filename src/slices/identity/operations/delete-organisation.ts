import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { deleteOrganisation as deleteRow, findOrganisation } from '../store/groups.ts'

export const deleteOrganisation = defineOperation({
  name: 'identity.deleteOrganisation',
  summary: 'Delete an organisation; its people stay.',
  kind: 'command',
  http: { method: 'DELETE', path: '/organisations/{id}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findOrganisation(ctx.db, id),
  async handle(ctx, { id }) {
    await deleteRow(ctx.db, id)
    ctx.emit({ type: 'organisation.deleted', subject: { kind: 'organisation', id } })
    return {}
  },
})
