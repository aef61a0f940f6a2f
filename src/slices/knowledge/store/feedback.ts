import type { Ctx } from '../../../kernel/ctx.ts'

/** Notes a rating of the version that was read. */
export async function insertFeedback(
  ctx: Ctx,
  article: { id: string; lang: string; version: number },
  {
    helpful,
    reason,
    comment,
  }: { helpful: boolean; reason: 'missing' | 'wrong' | 'unclear' | 'other_question' | null; comment: string | null },
): Promise<string> {
  const { id } = await ctx.db
    .insertInto('article_feedback')
    .values({
      article_id: article.id,
      lang: article.lang,
      version: article.version,
      is_helpful: helpful,
      reason,
      comment,
      portal: ctx.actor.portal,
      at: ctx.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
