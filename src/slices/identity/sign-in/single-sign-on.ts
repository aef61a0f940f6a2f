import type { GenericOAuthConfig } from 'better-auth/plugins'
import type { Ctx } from '../../../kernel/ctx.ts'
import { openSecret } from './secrets.ts'

interface Provider {
  key: string
  name: string
  discovery_url: string
  client_id: string
  client_secret: string
  scopes: string[]
  sign_up: boolean
}

/** The engine's configuration of a provider. `onClaims` is told what the provider says about somebody. */
export function ssoConfig(
  ctx: Ctx,
  provider: Provider,
  onClaims: (claims: Record<string, unknown>) => void,
): GenericOAuthConfig {
  return {
    providerId: provider.key,
    name: provider.name,
    discoveryUrl: provider.discovery_url,
    clientId: provider.client_id,
    clientSecret: openSecret(ctx, provider.client_secret),
    scopes: provider.scopes,
    pkce: true,
    requireIdTokenVerification: true,
    disableImplicitSignUp: !provider.sign_up,
    disableSignUp: !provider.sign_up,
    mapProfileToUser(profile) {
      onClaims(profile)
      const name = [profile['name'], profile['preferred_username'], profile['email']].find(
        (one) => typeof one === 'string',
      )
      // An organisation's own identity provider vouches for the addresses of its people.
      return { name: String(name ?? '').slice(0, 120), emailVerified: true, language: ctx.lang } as never
    },
  }
}

/** Keys of the roles that a provider's claim gives. The claim may be a list, or words separated by blanks or commas. */
export function rolesFromClaims(claims: Record<string, unknown>, claim: string, map: unknown): string[] {
  const found = claim
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], claims)
  const values = Array.isArray(found) ? found.map(String) : typeof found === 'string' ? found.split(/[\s,]+/) : []
  const roles = new Map(Object.entries((map ?? {}) as Record<string, string>))
  return [...new Set(values.flatMap((value) => roles.get(value) ?? []))]
}
