import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { endHere } from '../identification.ts'
import { deleteSessions } from '../store/sessions.ts'

export const endOtherSessions = defineOperation({
  name: 'identity.endOtherSessions',
  summary: 'Sign out everywhere but here.',
  kind: 'command',
  channels: ['web'],
  requires: 'signed-in',
  input: z.object({}),
  output: z.object({ ended: z.number() }),
  async handle(ctx) {
    const personId = ctx.actor.personId ?? ''
    const tokens = await deleteSessions(ctx.db, personId, { except: ctx.actor.sessionId })
    endHere(tokens)
    ctx.emit({ type: 'session.ended', subject: { kind: 'person', id: personId } })
    return { ended: tokens.length }
  },
})
