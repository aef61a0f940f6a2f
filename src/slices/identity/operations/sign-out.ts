import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { endHere } from '../identification.ts'
import { SESSION } from '../sign-in/engine.ts'
import { Keep } from '../sign-in/outcome.ts'
import { deleteSessions } from '../store/sessions.ts'

export const signOut = defineOperation({
  name: 'identity.signOut',
  summary: 'Sign out on this device.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  input: z.object({}),
  output: z.object({ keep: Keep }),
  async handle(ctx) {
    const { personId, sessionId } = ctx.actor
    if (personId && sessionId) {
      endHere(await deleteSessions(ctx.db, personId, { only: sessionId }))
      ctx.emit({ type: 'session.ended', subject: { kind: 'person', id: personId } })
    }
    return { keep: [{ name: SESSION, value: '', seconds: 0 }] }
  },
})
