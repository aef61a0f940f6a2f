import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Instant } from '../../../kernel/schema.ts'
import { idOfLink, isRatingLinkOf } from '../rules.ts'
import { findById, findRequestFor, type Request } from '../store/requests.ts'

/** How satisfied somebody may say that they were, the best first. */
export const SCORES = [5, 4, 3, 2, 1] as const

/** How satisfied somebody was with how their request was dealt with. */
export const RatingView = z.object({
  score: z.number().int().min(1).max(5).describe('1 not at all … 5 very satisfied'),
  comment: z.string().nullable(),
  at: Instant,
})

/** How somebody names a request to rate it. */
export const RatingAddress = z
  .string()
  .max(100)
  .describe('Reference of one of my requests, the secret of its tracking link, or that of the link in the mail')

/** A request for somebody who may rate it: whose it is, or who has the link of the mail, which opens nothing else. */
export async function findRatable(ctx: Ctx, address: string): Promise<Request | undefined> {
  const found = await findRequestFor(ctx, address, { right: 'own' })
  if (found) return found
  const id = idOfLink(address)
  const request = id ? await findById(ctx.db, id) : undefined
  const isRight = request && isRatingLinkOf(address, ctx.installation.secret, request.id, request.link_version)
  return isRight ? request : undefined
}
