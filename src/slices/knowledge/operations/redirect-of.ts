import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema } from '../../../kernel/schema.ts'
import { findRedirect } from '../store/read-article.ts'

/** Where an article has moved that is no longer at an address. */
export const redirectOf = defineOperation({
  name: 'knowledge.redirectOf',
  summary: 'Find out where an article that was renamed is now',
  kind: 'query',
  http: { method: 'GET', path: '/articles/{slug}/redirect' },
  channels: ['web', 'api'],
  requires: 'anyone',
  input: z.object({ slug: z.string().min(1).max(200), lang: LangSchema.optional() }),
  output: z.object({ slug: z.string(), lang: LangSchema }),
  load: (ctx, { slug, lang }) => findRedirect(ctx, { slug, lang: lang ?? ctx.lang }),
  handle: async (_ctx, _input, found) => found,
})
