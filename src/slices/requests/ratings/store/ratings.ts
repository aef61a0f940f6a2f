import type { Database } from '../../../../kernel/ctx.ts'

/** How satisfied somebody was: 1 not at all … 5 very. */
export interface Rating {
  score: number
  comment: string | null
  at: Date
}

export async function findRating(db: Database, requestId: string): Promise<Rating | undefined> {
  return db
    .selectFrom('request_ratings')
    .select(['score', 'comment', 'at'])
    .where('request_id', '=', requestId)
    .executeTakeFirst()
}

interface NewRating {
  requestId: string
  score: number
  comment: string | null
  type: string
  serviceKey: string | null
  channel: string
  now: Date
}

/** Keeps the rating of a request; a later one takes its place. */
export async function keepRating(db: Database, rating: NewRating): Promise<void> {
  const { score, comment, channel } = rating
  await db
    .insertInto('request_ratings')
    .values({
      request_id: rating.requestId,
      score,
      comment,
      type: rating.type,
      service_key: rating.serviceKey,
      channel,
      at: rating.now,
    })
    .onConflict((c) => c.column('request_id').doUpdateSet({ score, comment, channel, at: rating.now }))
    .execute()
}
