import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { listSessions } from '../store/sessions.ts'
import { listSignInWays } from '../store/sign-in.ts'

export const readSecurity = defineOperation({
  name: 'identity.readSecurity',
  summary: 'How I can sign in, and where I am signed in now.',
  kind: 'query',
  channels: ['web'],
  requires: 'signed-in',
  input: z.object({}),
  output: z.object({
    password: z.boolean(),
    providers: z.array(z.string()),
    secondFactor: z.boolean(),
    passkeys: z.array(z.object({ id: Id, name: z.string().nullable(), createdAt: Instant })),
    sessions: z.array(
      z.object({ id: Id, device: z.string().nullable(), startedAt: Instant, usedAt: Instant, current: z.boolean() }),
    ),
  }),
  async handle(ctx) {
    const personId = ctx.actor.personId ?? ''
    const [ways, sessions] = await Promise.all([listSignInWays(ctx.db, personId), listSessions(ctx.db, personId)])
    return {
      ...ways,
      passkeys: ways.passkeys.map((key) => ({ id: key.id, name: key.name, createdAt: key.created_at })),
      sessions: sessions.map((session) => ({
        id: session.id,
        device: session.device,
        startedAt: session.created_at,
        usedAt: session.updated_at,
        current: session.id === ctx.actor.sessionId,
      })),
    }
  },
})
