import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { isRatable, referenceOf } from '../../rules.ts'
import { findRatable, RatingAddress, RatingView } from '../rating-view.ts'
import { findRating } from '../store/ratings.ts'

/** What is to be rated, and how it was rated so far. Reading it rates nothing: programs that follow links in mails do no harm. */
export const readRating = defineOperation({
  name: 'requests.readRating',
  summary: 'Read what can be rated, and how it was rated so far',
  kind: 'query',
  http: { method: 'GET', path: '/requests/{request}/rating' },
  channels: ['web', 'api'],
  requires: 'anyone',
  rateLimit: { limit: 300, seconds: 300, visitors: 3000 },
  input: z.object({ request: RatingAddress }),
  output: z.object({
    reference: z.string(),
    subject: z.string(),
    mayRate: z.boolean(),
    rating: RatingView.nullable(),
  }),
  load: (ctx, { request }) => findRatable(ctx, request),
  handle: async (ctx, _input, request) => ({
    reference: referenceOf(request.number),
    subject: request.subject,
    mayRate: isRatable(request),
    rating: (await findRating(ctx.db, request.id)) ?? null,
  }),
})
