import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { safeNext } from '../rules.ts'
import { signInEngine } from '../sign-in/engine.ts'
import { Keep, keepOf } from '../sign-in/outcome.ts'
import { ssoConfig } from '../sign-in/single-sign-on.ts'
import { findProvider } from '../store/sso-providers.ts'
import { Key } from '../views.ts'

export const startSingleSignOn = defineOperation({
  name: 'identity.startSingleSignOn',
  summary: 'Begin signing in at the identity provider of an organisation (OpenID Connect): gives its address.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 30, seconds: 300, visitors: 600 },
  input: z.object({ provider: Key, next: z.string().max(2000).optional() }),
  output: z.object({ url: z.string(), keep: Keep }),
  load: (ctx, { provider }) => findProvider(ctx.db, provider),
  access: (_ctx, _input, provider) => provider.enabled,
  async handle(ctx, { next }, provider) {
    const engine = signInEngine(ctx, { sso: ssoConfig(ctx, provider, () => undefined) })
    const callbackURL = `${ctx.installation.url}${safeNext(next) ?? '/'}`
    try {
      const { headers, response } = await engine.api.signInSocial({
        body: { provider: provider.key, callbackURL, errorCallbackURL: ctx.installation.url, disableRedirect: true },
        returnHeaders: true,
      })
      if (!response.url) throw refuse.unavailable(60)
      return { url: response.url, keep: keepOf(headers) }
    } catch (error) {
      ctx.log.warn({ err: error, provider: provider.key }, 'single sign-on could not be begun')
      throw refuse.unavailable(60)
    }
  },
})
