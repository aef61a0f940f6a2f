import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { DEMO_PASSWORD } from '../demo-password.ts'
import { textIn } from '../rules.ts'
import { listDemoAccounts } from '../store/demo-accounts.ts'
import { findPortalDefinition } from '../store/portals.ts'
import { listEnabledProviders } from '../store/sso-providers.ts'

export const listWaysToSignIn = defineOperation({
  name: 'identity.listWaysToSignIn',
  summary:
    'How one can sign in to this portal: single sign-on, opening an account, and, in a demonstration, its accounts.',
  kind: 'query',
  channels: ['web'],
  requires: 'anyone',
  input: z.object({}),
  output: z.object({
    providers: z.array(z.object({ key: z.string(), name: z.string() })),
    signUp: z.boolean(),
    demo: z
      .object({
        password: z.string(),
        accounts: z.array(z.object({ name: z.string(), email: z.string(), roles: z.array(z.string()) })),
      })
      .nullable(),
  }),
  async handle(ctx) {
    const [providers, portal, accounts] = await Promise.all([
      listEnabledProviders(ctx.db),
      findPortalDefinition(ctx.db, ctx.actor.portal),
      ctx.installation.demo ? listDemoAccounts(ctx.db) : null,
    ])
    return {
      providers,
      signUp: portal?.signUp ?? false,
      demo: accounts?.length
        ? {
            password: DEMO_PASSWORD,
            accounts: accounts.map(({ name, email, roles }) => ({
              name,
              email,
              roles: roles.map((names) => textIn(names, ctx.lang)),
            })),
          }
        : null,
    }
  },
})
