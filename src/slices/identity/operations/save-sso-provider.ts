import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Line } from '../../../kernel/schema.ts'
import { sealSecret } from '../sign-in/secrets.ts'
import { roleIdsByKey } from '../store/roles.ts'
import { findProvider, putProvider } from '../store/sso-providers.ts'
import { Key } from '../views.ts'

const Word = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\p{Cc}\s]+$/u)

export const saveSsoProvider = defineOperation({
  name: 'identity.saveSsoProvider',
  summary: 'Set up an identity provider for single sign-on (OpenID Connect), or change the one with this key.',
  kind: 'command',
  http: { method: 'PUT', path: '/sso-providers/{key}' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({
    key: Key,
    name: Line(80),
    discoveryUrl: z.url({ protocol: /^https?$/ }).max(500),
    clientId: Line(300),
    /** Left out: the one there is stays. */
    clientSecret: z
      .string()
      .max(1000)
      .regex(/^[\x20-\x7e]*$/)
      .default(''),
    scopes: z.array(Word).max(20).default(['openid', 'profile', 'email']),
    roleClaim: z.union([z.literal(''), Word]).default(''),
    /** Value of the claim → key of the role. */
    roleMap: z
      .record(
        z
          .string()
          .max(200)
          .regex(/^[^\p{Cc}]+$/u),
        Key,
      )
      .default({}),
    signUp: z.boolean().default(true),
    enabled: z.boolean().default(true),
  }),
  output: z.object({}),
  async handle(ctx, input) {
    const before = await findProvider(ctx.db, input.key)
    if (!before && !input.clientSecret) throw refuse.field('clientSecret', 'refusal.required')
    const wanted = [...new Set(Object.values(input.roleMap))]
    if ((await roleIdsByKey(ctx.db, wanted)).length < wanted.length)
      throw refuse.field('roleMap', 'identity.sso.unknownRole')
    if (wanted.includes('administrator') && !ctx.actor.permissions.has('*') && ctx.actor.channel !== 'system')
      throw refuse.field('roleMap', 'identity.roles.beyondYours')
    await putProvider(ctx.db, input.key, {
      name: input.name,
      discoveryUrl: input.discoveryUrl,
      clientId: input.clientId,
      clientSecret: input.clientSecret ? sealSecret(ctx, input.clientSecret) : (before?.client_secret ?? ''),
      scopes: [...new Set(['openid', ...input.scopes])],
      roleClaim: input.roleClaim || null,
      roleMap: input.roleMap,
      signUp: input.signUp,
      enabled: input.enabled,
    })
    ctx.emit({ type: 'sso-provider.changed', subject: { kind: 'sso-provider', id: input.key } })
    return {}
  },
})
