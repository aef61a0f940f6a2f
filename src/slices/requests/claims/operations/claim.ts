import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { idOfLink, isCodeOf, isLinkOf, numberOf, referenceOf } from '../../rules.ts'
import { findById, findByNumber } from '../../store/requests.ts'
import { claimRequests } from '../store.ts'

/** Takes a request that was written without an account into one's own: whoever has its link, or reference and code, has proven it. */
export const claim = defineOperation({
  name: 'requests.claim',
  summary: 'Take a request that I wrote without an account into my account',
  kind: 'command',
  http: { method: 'POST', path: '/requests/claims' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  rateLimit: { limit: 20, seconds: 900 },
  input: z.object({
    link: z.string().trim().max(100).optional().describe('The secret of its tracking link'),
    reference: z.string().trim().max(40).optional(),
    code: z.string().trim().max(40).optional(),
  }),
  output: z.object({ reference: z.string() }),
  async handle(ctx, { link, reference, code }) {
    const { secret } = ctx.installation
    const number = reference ? numberOf(reference) : null
    if (!link && number === null) throw refuse.field('reference', 'requests.track.noReference')
    const id = link ? idOfLink(link) : null
    const request = id ? await findById(ctx.db, id) : number ? await findByNumber(ctx.db, number) : undefined
    const isProven =
      request &&
      (link
        ? isLinkOf(link, secret, request.id, request.link_version)
        : isCodeOf(code ?? '', secret, request.id, request.link_version))
    if (!isProven || !ctx.actor.personId) throw refuse.field('code', 'requests.track.wrong')
    const [claimed] = await claimRequests(ctx.db, [request.id], ctx.actor.personId, ctx.now())
    if (!claimed) throw refuse.conflict('requests.claimed_before', 'requests.claim.before')
    ctx.emit({ type: 'request.claimed', subject: { kind: 'request', id: request.id } })
    return { reference: referenceOf(request.number) }
  },
})
