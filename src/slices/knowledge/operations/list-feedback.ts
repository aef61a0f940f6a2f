import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, Instant, LangSchema } from '../../../kernel/schema.ts'
import { isId } from '../markdown/addresses.ts'
import { listFeedback as listFrom } from '../store/feedback.ts'
import { REASONS } from './rate-article.ts'

/** What readers said of articles, newest first. */
export const listFeedback = defineOperation({
  name: 'knowledge.listFeedback',
  summary: 'List what readers said of articles, newest first',
  kind: 'query',
  http: { method: 'GET', path: '/editing/feedback' },
  channels: ['web', 'api', 'mcp'],
  requires: 'knowledge.write',
  input: z.object({
    article: Id.optional(),
    isOpen: z.stringbool().or(z.boolean()).optional().describe('Only what did not help and nobody has dealt with'),
    mine: z.stringbool().or(z.boolean()).optional().describe('Only of articles that one owns'),
    ...PageInput,
  }),
  output: pageOf(
    z.object({
      id: Id,
      articleId: Id,
      title: z.string(),
      lang: LangSchema,
      slug: z.string().nullable(),
      version: z.number().int(),
      isHelpful: z.boolean(),
      reason: z.enum(REASONS).nullable(),
      comment: z.string().nullable(),
      at: Instant,
      handledAt: Instant.nullable(),
      handledBy: z.string().nullable(),
    }),
  ),
  examples: [{ title: 'What is open', input: { isOpen: true } }],
  async handle(ctx, { cursor, limit, ...filter }) {
    const [below] = cursor ? decodeCursor(cursor, 1) : []
    if (below !== undefined && !isId(String(below))) throw refuse.field('cursor', 'refusal.cursor')
    const rows = await listFrom(ctx, filter, limit + 1, below === undefined ? undefined : String(below))
    const page = cutPage(rows, limit, (row) => [row.id])
    return {
      next: page.next,
      items: page.items.map((row) => ({
        id: row.id,
        articleId: row.article_id,
        title: row.title,
        lang: row.lang,
        slug: row.slug,
        version: row.version,
        isHelpful: row.is_helpful,
        reason: row.reason,
        comment: row.comment,
        at: row.at,
        handledAt: row.handled_at,
        handledBy: row.handled_by,
      })),
    }
  },
})
