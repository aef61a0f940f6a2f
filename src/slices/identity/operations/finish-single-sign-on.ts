import { isAPIError } from 'better-auth/api'
import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { SESSION, signInEngine } from '../sign-in/engine.ts'
import { Device, Keep, Kept, keepOf, keptHeaders } from '../sign-in/outcome.ts'
import { rolesFromClaims, ssoConfig } from '../sign-in/single-sign-on.ts'
import { setRoles } from '../store/belonging.ts'
import { roleIdsByKey } from '../store/roles.ts'
import { findPersonBySession } from '../store/sessions.ts'
import { findProvider } from '../store/sso-providers.ts'
import { Key } from '../views.ts'

const Parameter = z
  .string()
  .max(4000)
  .regex(/^[\x21-\x7e]*$/)

export const finishSingleSignOn = defineOperation({
  name: 'identity.finishSingleSignOn',
  summary: 'Finish signing in with what the identity provider of an organisation answered (OpenID Connect).',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 60, seconds: 300, visitors: 600 },
  input: z.object({ provider: Key, code: Parameter, state: Parameter, kept: Kept, device: Device }),
  output: z.object({
    outcome: z.enum(['signed-in', 'failed']),
    /** Path to go to. */
    next: z.string(),
    /** Why it failed, as the engine calls it; for the log and for administrators. */
    reason: z.string().nullable(),
    keep: Keep,
  }),
  load: (ctx, { provider }) => findProvider(ctx.db, provider),
  access: (_ctx, _input, provider) => provider.enabled,
  async handle(ctx, { code, state, kept, device }, provider) {
    let claims: Record<string, unknown> = {}
    const sso = ssoConfig(ctx, provider, (found) => {
      claims = found
    })
    const { location, headers } = await callback()
    const keep = keepOf(headers)
    const token = keep.find((one) => one.name === SESSION && one.seconds > 0)?.value.split('.')[0]
    const personId = token ? await findPersonBySession(ctx.db, token) : undefined
    if (!personId) {
      const reason = location.searchParams.get('error') ?? 'unknown'
      ctx.log.warn({ provider: provider.key, reason }, 'single sign-on failed')
      return { outcome: 'failed' as const, next: '/', reason, keep: [] }
    }
    if (provider.role_claim) {
      const keys = rolesFromClaims(claims, provider.role_claim, provider.role_map)
      await setRoles(ctx.db, personId, await roleIdsByKey(ctx.db, keys), 'sso')
    }
    ctx.emit({ type: 'session.started', subject: { kind: 'person', id: personId } })
    return { outcome: 'signed-in' as const, next: location.pathname + location.search, reason: null, keep }

    /** The engine answers with a redirect, which it throws. */
    async function callback() {
      const base = ctx.installation.url
      try {
        const answer = await signInEngine(ctx, { sso, device }).api.callbackOAuth({
          params: { id: provider.key },
          query: { code, state },
          headers: keptHeaders(kept),
          returnHeaders: true,
        })
        return { location: new URL(answer.headers.get('location') ?? '/', base), headers: answer.headers }
      } catch (error) {
        if (!isAPIError(error)) throw error
        const headers = new Headers(error.headers)
        return { location: new URL(headers.get('location') ?? '/?error=unknown', base), headers }
      }
    }
  },
})
