import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { isCodeOf, linkOf, numberOf } from '../rules.ts'
import { findByNumber } from '../store/requests.ts'

/** Finds the link of a request by its reference and code. A wrong reference and a wrong code are told apart by nobody. */
export const track = defineOperation({
  name: 'requests.track',
  summary: 'Get the tracking link of a request from its reference and its code',
  kind: 'query',
  http: { method: 'POST', path: '/requests/tracking' },
  channels: ['web', 'api', 'phone'],
  requires: 'anyone',
  rateLimit: { limit: 20, seconds: 900, visitors: 200 },
  rateLimitOn: { limit: 20, seconds: 900, of: ({ reference }) => reference.toUpperCase() },
  input: z.object({ reference: z.string().trim().min(1).max(40), code: z.string().trim().min(1).max(40) }),
  output: z.object({ link: z.string() }),
  async handle(ctx, { reference, code }) {
    const number = numberOf(reference)
    if (number === null) throw refuse.field('reference', 'requests.track.noReference')
    const request = await findByNumber(ctx.db, number)
    const { secret } = ctx.installation
    if (!request || !isCodeOf(code, secret, request.id, request.link_version))
      throw refuse.field('code', 'requests.track.wrong')
    return { link: linkOf(secret, request.id, request.link_version) }
  },
})
