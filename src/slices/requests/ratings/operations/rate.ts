import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { cleanText } from '../../../../kernel/schema.ts'
import { isRatable } from '../../rules.ts'
import { findRatable, RatingAddress, RatingView } from '../rating-view.ts'
import { keepRating } from '../store/ratings.ts'

/** Whoever had something dealt with says how satisfied they are. They may change their mind. */
export const rate = defineOperation({
  name: 'requests.rate',
  summary: 'Say how satisfied I am with how a request was dealt with',
  kind: 'command',
  http: { method: 'PUT', path: '/requests/{request}/rating' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  rateLimit: { limit: 60, seconds: 3600, visitors: 600 },
  input: z.object({
    request: RatingAddress,
    score: z.coerce
      .number({ error: 'requests.rating.choose' })
      .int()
      .min(1, { error: 'requests.rating.choose' })
      .max(5),
    comment: z.string().max(2000).transform(cleanText).optional(),
  }),
  output: RatingView,
  load: (ctx, { request }) => findRatable(ctx, request),
  async handle(ctx, { score, comment }, request) {
    if (!isRatable(request)) throw refuse.conflict('requests.not_done_yet', 'requests.rating.notYet')
    const { type, service_key: serviceKey } = request
    const said = comment || null
    await keepRating(ctx.db, {
      requestId: request.id,
      score,
      comment: said,
      type,
      serviceKey,
      channel: ctx.actor.channel,
      now: ctx.now(),
    })
    ctx.emit({
      type: 'request.rated',
      subject: { kind: 'request', id: request.id },
      payload: { score, type, service: serviceKey },
    })
    return { score, comment: said, at: ctx.now() }
  },
})
