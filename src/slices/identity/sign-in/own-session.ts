import { createHmac } from 'node:crypto'
import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { findTokens } from '../store/sessions.ts'
import { SESSION } from './engine.ts'
import { type Kept, keptHeaders } from './outcome.ts'

/** The actor's own session as the engine reads it, with what else was kept. Refuses callers without one, such as API keys. */
export async function ownSession(ctx: Ctx, kept: Kept = {}): Promise<Headers> {
  const { personId, sessionId } = ctx.actor
  const [token] = personId && sessionId ? await findTokens(ctx.db, personId, sessionId) : []
  if (!token) throw refuse.unauthenticated()
  const signature = createHmac('sha256', ctx.installation.secret).update(token).digest('base64')
  return keptHeaders({ ...kept, [SESSION]: `${token}.${signature}` })
}
