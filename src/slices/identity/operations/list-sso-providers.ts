import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { listProviders } from '../store/sso-providers.ts'
import { ProviderView } from '../views.ts'

export const listSsoProviders = defineOperation({
  name: 'identity.listSsoProviders',
  summary: 'List the identity providers set up for single sign-on. Their secrets are not given out.',
  kind: 'query',
  http: { method: 'GET', path: '/sso-providers' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({}),
  output: z.object({ items: z.array(ProviderView) }),
  examples: [{ title: 'All providers', input: {} }],
  async handle(ctx) {
    const rows = await listProviders(ctx.db)
    return {
      items: rows.map((row) => ({
        key: row.key,
        name: row.name,
        discoveryUrl: row.discovery_url,
        clientId: row.client_id,
        scopes: row.scopes,
        roleClaim: row.role_claim,
        roleMap: row.role_map as Record<string, string>,
        signUp: row.sign_up,
        enabled: row.enabled,
        callback: `${ctx.installation.url}/sign-on/callback/${row.key}`,
      })),
    }
  },
})
