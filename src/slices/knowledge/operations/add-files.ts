import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id, LangSchema } from '../../../kernel/schema.ts'
import { insertAttachments } from '../store/attachments.ts'
import { findEditable } from '../store/editable.ts'

/** Gives uploaded files to an article: pictures for its text, or attachments that readers can download at once. */
export const addFiles = defineOperation({
  name: 'knowledge.addFiles',
  summary: 'Give uploaded files to an article, as pictures or attachments',
  kind: 'command',
  http: { method: 'POST', path: '/articles/{id}/files' },
  channels: ['web', 'api'],
  requires: 'knowledge.write',
  input: z.object({
    id: Id,
    files: z.array(Id).min(1, { error: 'refusal.required' }).max(20).describe('Ids of uploaded files'),
    as: z.enum(['picture', 'attachment']).default('picture'),
    lang: LangSchema.nullable().default(null).describe('Language of an attachment; null: any'),
  }),
  output: z.object({
    items: z.array(
      z.object({ id: Id, name: z.string(), markdown: z.string().describe('What the text shows or offers it with') }),
    ),
  }),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { id, files: ids, as, lang }) {
    const files = await Promise.all(ids.map((file) => ctx.files.find(file)))
    const found = files.filter((file) => file !== undefined)
    if (found.length !== ids.length) throw refuse.notFound()
    if (as === 'picture' && found.some((file) => !file.type.startsWith('image/')))
      throw refuse.field('file', 'knowledge.refusal.noPicture')
    await ctx.files.claim(ids, `article:${id}`)
    if (as === 'attachment') {
      await insertAttachments(ctx, id, found, lang)
      ctx.emit({ type: 'article.changed', subject: { kind: 'article', id } })
    }
    const items = found.map((file) => ({
      id: file.id,
      name: file.name,
      markdown:
        as === 'picture' ? `![](picture:${file.id})` : `[${file.name.replace(/[[\]\\]/g, '')}](attachment:${file.id})`,
    }))
    return { items }
  },
})
