import { z } from 'zod'
import { newId } from '../../../kernel/ids.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema, Line } from '../../../kernel/schema.ts'
import { renameTag as renameIn } from '../store/tags.ts'

/** Renames a tag in every article of a language; into a tag that there is already, they become one. */
export const renameTag = defineOperation({
  name: 'knowledge.renameTag',
  summary: 'Rename a tag, or make two tags one',
  kind: 'command',
  http: { method: 'POST', path: '/editing/tags/renaming' },
  channels: ['web', 'api'],
  requires: 'knowledge.manage',
  input: z.object({ lang: LangSchema, from: Line(100), to: Line(100) }),
  output: z.object({ articles: z.number().int() }),
  async handle(ctx, { lang, from, to }) {
    const ids = await renameIn(ctx, lang, from, to)
    if (ids.length > 0)
      ctx.emit({ type: 'articles.loaded', subject: { kind: 'articles', id: newId() }, payload: { ids } })
    return { articles: ids.length }
  },
})
