import { z } from 'zod'
import type { Way } from '../../../kernel/notifications.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { readUnsubscribeLink } from '../rules.ts'
import { putWays } from '../store.ts'

/** By the link of a mail: no more mails of this kind, in the portal only. Needs no signing in. */
export const stopMails = defineOperation({
  name: 'notices.stopMails',
  summary: 'Stop mails of a kind by the link that stands in them',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 60, seconds: 3600, visitors: 600 },
  input: z.object({ link: z.string().max(200) }),
  output: z.object({ kind: z.string() }),
  load: async (ctx, { link }) => readUnsubscribeLink(ctx.installation.secret, link),
  async handle(ctx, _input, { personId, kind }) {
    const way: Way = 'portal'
    await putWays(ctx.db, personId, [{ kind, way }])
    return { kind }
  },
})
