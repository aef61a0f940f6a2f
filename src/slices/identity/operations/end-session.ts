import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { endHere } from '../identification.ts'
import { deleteSessions } from '../store/sessions.ts'

export const endSession = defineOperation({
  name: 'identity.endSession',
  summary: 'Sign out on one of my other devices.',
  kind: 'command',
  channels: ['web'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: z.object({}),
  async handle(ctx, { id }) {
    const personId = ctx.actor.personId ?? ''
    const tokens = await deleteSessions(ctx.db, personId, { only: id })
    if (tokens.length === 0) throw refuse.notFound()
    endHere(tokens)
    ctx.emit({ type: 'session.ended', subject: { kind: 'person', id: personId } })
    return {}
  },
})
