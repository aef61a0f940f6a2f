import { z } from 'zod'
import { LANGS } from '../../../kernel/lang.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { cleanLine, cleanText, Id, Instant, LangSchema } from '../../../kernel/schema.ts'
import { audienceChoices } from '../../identity/index.ts'
import { ANNOUNCED } from '../rules.ts'
import { findAnnouncement, insertAnnouncement, updateAnnouncement } from '../store/announcements.ts'

/** Says, or corrects, what is wrong with services or planned for them. Shown on the services, on the status page and above every page of those affected. */
export const saveAnnouncement = defineOperation({
  name: 'catalogue.saveAnnouncement',
  summary: 'Announce a disturbance, an outage or maintenance of services, or change the announcement',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/announcements' },
  channels: ['web', 'api'],
  requires: 'catalogue.announce',
  input: z.object({
    id: Id.optional().describe('Absent: a new one'),
    kind: z.enum(ANNOUNCED),
    titles: z.partialRecord(LangSchema, z.string().transform(cleanLine).pipe(z.string().max(200))),
    texts: z.partialRecord(LangSchema, z.string().transform(cleanText).pipe(z.string().max(5000))).default({}),
    services: z.array(Id).min(1, { error: 'catalogue.refusal.noService' }).max(100),
    audienceId: Id.nullable().default(null).describe('Whom it affects; null: everybody who sees the services'),
    startsAt: Instant.optional().describe('Default: now'),
    expectedEnd: Instant.nullable().default(null),
  }),
  output: z.object({ id: Id }),
  async handle(ctx, { id, services, startsAt, expectedEnd, ...rest }) {
    if (!LANGS.some((lang) => rest.titles[lang])) throw refuse.field(['titles', ctx.lang], 'refusal.required')
    const from = startsAt ? new Date(startsAt) : ctx.now()
    const until = expectedEnd ? new Date(expectedEnd) : null
    if (until && until <= from) throw refuse.field('expectedEnd', 'catalogue.refusal.endBeforeStart')
    if (rest.kind === 'maintenance' && !until) throw refuse.field('expectedEnd', 'catalogue.refusal.maintenanceEnds')
    if (rest.audienceId && !(await audienceChoices(ctx)).some((one) => one.id === rest.audienceId))
      throw refuse.field('audienceId', 'catalogue.refusal.audience')
    const content = { ...rest, startsAt: from, expectedEnd: until }
    if (id) {
      const before = await findAnnouncement(ctx.db, id)
      if (!before) throw refuse.notFound()
      if (before.endedAt) throw refuse.conflict('catalogue.announcement_over', 'catalogue.refusal.announcementOver')
      if (before.incident) throw refuse.conflict('catalogue.of_incident', 'catalogue.refusal.ofIncident')
      await updateAnnouncement(ctx, id, content, services)
    }
    const saved = id ?? (await insertAnnouncement(ctx, content, services))
    ctx.emit({ type: id ? 'announcement.changed' : 'announcement.made', subject: { kind: 'announcement', id: saved } })
    return { id: saved }
  },
})
