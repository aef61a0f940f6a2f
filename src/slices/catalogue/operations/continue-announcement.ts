import { z } from 'zod'
import { LANGS } from '../../../kernel/lang.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanText, Id, LangSchema } from '../../../kernel/schema.ts'
import { endAnnouncement, findAnnouncement, insertUpdate } from '../store/announcements.ts'

/** Says how it goes on, and that it is over. */
export const continueAnnouncement = defineOperation({
  name: 'catalogue.continueAnnouncement',
  summary: 'Say how an announcement goes on, or that it is over',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/announcements/{id}/updates' },
  channels: ['web', 'api'],
  requires: 'catalogue.announce',
  input: z.object({
    id: Id,
    texts: z.partialRecord(LangSchema, z.string().transform(cleanText).pipe(z.string().max(2000))).default({}),
    isOver: z.boolean().default(false),
  }),
  output: z.object({}),
  load: (ctx, { id }) => findAnnouncement(ctx.db, id),
  async handle(ctx, { id, texts, isOver }, announcement) {
    if (announcement.endedAt) throw refuse.conflict('catalogue.announcement_over', 'catalogue.refusal.announcementOver')
    if (announcement.incident) throw refuse.conflict('catalogue.of_incident', 'catalogue.refusal.ofIncident')
    const said = LANGS.some((lang) => texts[lang])
    if (!said && !isOver) throw refuse.field(['texts', ctx.lang], 'refusal.required')
    if (said) await insertUpdate(ctx, id, texts)
    if (isOver) await endAnnouncement(ctx, id)
    ctx.emit({ type: isOver ? 'announcement.ended' : 'announcement.changed', subject: { kind: 'announcement', id } })
    return {}
  },
})
