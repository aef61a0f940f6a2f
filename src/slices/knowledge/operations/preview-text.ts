import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { LONGEST } from '../content.ts'
import { filesIn } from '../markdown/references.ts'
import { renderText } from '../markdown/render.ts'
import { surroundingsOf } from '../publish.ts'
import { findEditable } from '../store/editable.ts'

/** How a text will look to readers. */
export const previewText = defineOperation({
  name: 'knowledge.previewText',
  summary: 'Show how a text in Markdown will look',
  kind: 'query',
  http: { method: 'POST', path: '/articles/{id}/preview' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({ id: Id, lang: LangSchema, text: z.string().max(LONGEST) }),
  output: z.object({ html: z.string() }),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { id, lang, text }) {
    const own = await ctx.files.of(`article:${id}`)
    // Pictures that were just uploaded belong to nobody until the text is saved; their uploader may see them.
    const missing = filesIn(text).filter((file) => !own.some((one) => one.id === file))
    const fresh = await Promise.all(missing.slice(0, 50).map((file) => ctx.files.find(file)))
    const files = [...own, ...fresh.filter((file) => file !== undefined && file.owner === null)]
    return { html: renderText(text, surroundingsOf(ctx, lang, files as typeof own)).html }
  },
})
