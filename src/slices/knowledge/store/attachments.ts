import type { Ctx } from '../../../kernel/ctx.ts'
import type { StoredFile } from '../../../kernel/files.ts'
import type { Lang } from '../../../kernel/lang.ts'

/** Adds attachments to an article. */
export async function insertAttachments(ctx: Ctx, articleId: string, files: StoredFile[], lang: Lang | null) {
  await ctx.db
    .insertInto('article_attachments')
    .values(
      files.map(({ id, name, type, size }, position) => ({
        article_id: articleId,
        file_id: id,
        name,
        type,
        size,
        lang,
        position,
      })),
    )
    .execute()
}

/** Takes an attachment away; whether there was one. */
export async function deleteAttachment(ctx: Ctx, articleId: string, fileId: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('article_attachments')
    .where('article_id', '=', articleId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  return numDeletedRows > 0
}

/** Attachments of an article, whatever their language. */
export async function listAttachments(ctx: Ctx, articleId: string) {
  return ctx.db
    .selectFrom('article_attachments')
    .select(['file_id as id', 'name', 'type', 'size', 'lang'])
    .where('article_id', '=', articleId)
    .orderBy('position')
    .orderBy('name')
    .execute()
}
