import { z } from 'zod'
import { newSecret } from '../../../kernel/ids.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { formTokenOf } from '../rules.ts'

/** Opens a form on the web: its token tells people from programs, and makes sending it twice harmless. */
export const openForm = defineOperation({
  name: 'requests.openForm',
  summary: 'Get the token that a form for a new request carries',
  kind: 'query',
  http: { method: 'GET', path: '/requests/form' },
  channels: ['web', 'api'],
  requires: 'anyone',
  input: z.object({}),
  output: z.object({ token: z.string() }),
  examples: [{ title: 'A token for a form', input: {} }],
  handle: async (ctx) => ({ token: formTokenOf(ctx.installation.secret, newSecret(), ctx.now()) }),
})
