import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'

/** An article that could answer a request. */
export const Help = z.object({
  id: z.string(),
  title: z.string(),
  lang: z.string(),
  path: z.string().describe('After the language'),
  passage: z.string().describe('What it says about it'),
  isForEverybody: z.boolean().describe('False: the requester may not be able to read it'),
})

const MOST = 5

/** Articles and documents about something, in the requester's language first; those that the actor may read. */
export function findHelp(ctx: Ctx, words: string, lang: Lang): z.infer<typeof Help>[] {
  const { hits } = ctx.search.search({
    text: words,
    lang,
    audiences: ctx.actor.audiences,
    kinds: ['article', 'document'],
    limit: MOST,
    now: ctx.now().getTime(),
  })
  return hits.map(({ doc, passages }) => ({
    id: doc.id,
    title: doc.title,
    lang: doc.lang,
    path: doc.url,
    passage: passages[0]?.text ?? '',
    isForEverybody: doc.audience === null,
  }))
}
