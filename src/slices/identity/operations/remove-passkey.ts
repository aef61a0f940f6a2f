import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { deletePasskey } from '../store/sign-in.ts'

export const removePasskey = defineOperation({
  name: 'identity.removePasskey',
  summary: 'Remove one of my passkeys.',
  kind: 'command',
  channels: ['web'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: z.object({}),
  async handle(ctx, { id }) {
    const personId = ctx.actor.personId ?? ''
    if (!(await deletePasskey(ctx.db, personId, id))) throw refuse.notFound()
    ctx.emit({ type: 'person.passkeyRemoved', subject: { kind: 'person', id: personId } })
    return {}
  },
})
