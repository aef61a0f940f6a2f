import type { Database } from '../../../../kernel/ctx.ts'

/** How satisfied people were with these requests. */
export async function ratingsOf(
  db: Database,
  requestIds: readonly string[],
): Promise<Map<string, { score: number; comment: string | null }>> {
  if (requestIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('request_ratings')
    .select(['request_id', 'score', 'comment'])
    .where('request_id', 'in', [...requestIds])
    .execute()
  return new Map(rows.map(({ request_id, score, comment }) => [request_id, { score, comment }]))
}
