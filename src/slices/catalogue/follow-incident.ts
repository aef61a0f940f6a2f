import type { Ctx } from '../../kernel/ctx.ts'
import type { Event, Reaction } from '../../kernel/events.ts'
import { findIncident, type Incident } from '../requests/index.ts'
import {
  endAnnouncement,
  findByIncident,
  insertAnnouncement,
  setIncident,
  updateAnnouncement,
} from './store/announcements.ts'
import { findIdByKey } from './store/services.ts'

/** A major incident of the desk that disturbs a service stands on it, as long as the desk says. */
export const followIncident: Reaction<Ctx> = {
  name: 'catalogue.followIncident',
  on: ['incident.announced', 'incident.ended', 'known-error.solved'],
  handle: follow,
}

async function follow(ctx: Ctx, { subject }: Event) {
  const incident = await findIncident(ctx, subject.id)
  const service = incident?.service ? await findIdByKey(ctx.db, incident.service) : undefined
  const before = await findByIncident(ctx.db, subject.id)
  if (!incident || !service) {
    if (before && (await endAnnouncement(ctx, before.id))) tell(ctx, 'announcement.ended', before.id)
    return
  }
  const content = contentOf(incident)
  const id = before?.id ?? (await insertAnnouncement(ctx, content, [service]))
  if (before) await updateAnnouncement(ctx, id, content, [service])
  await setIncident(ctx.db, id, { ...incident, id: subject.id })
  tell(ctx, before ? 'announcement.changed' : 'announcement.made', id)
}

function tell(ctx: Ctx, type: string, id: string) {
  ctx.emit({ type, subject: { kind: 'announcement', id } })
}

function contentOf({ announcement, audienceId, since, until }: Incident) {
  const texts = Object.entries(announcement)
  return {
    kind: 'disturbed' as const,
    titles: Object.fromEntries(texts.map(([lang, { title }]) => [lang, title])),
    texts: Object.fromEntries(texts.map(([lang, { text }]) => [lang, text])),
    audienceId,
    startsAt: since,
    expectedEnd: until,
  }
}
