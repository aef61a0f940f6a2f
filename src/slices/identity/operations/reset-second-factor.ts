import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { refuseAbove } from '../role-permissions.ts'
import { sendChanged } from '../sign-in/mails.ts'
import { findPerson } from '../store/persons.ts'
import { deleteSecondFactor } from '../store/sign-in.ts'

export const resetSecondFactor = defineOperation({
  name: 'identity.resetSecondFactor',
  summary: 'Switch off the second factor of somebody who has lost it. They are told by mail.',
  kind: 'command',
  http: { method: 'DELETE', path: '/people/{id}/second-factor' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findPerson(ctx.db, id),
  async handle(ctx, { id }, person) {
    await refuseAbove(ctx, id)
    await deleteSecondFactor(ctx.db, id)
    await sendChanged(ctx, id, person.email, person.name, 'factor')
    ctx.emit({ type: 'person.secondFactorOff', subject: { kind: 'person', id } })
    return {}
  },
})
