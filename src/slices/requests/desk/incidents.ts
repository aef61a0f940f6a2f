import type { Banner, Ctx } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'
import type { Findable } from '../../../kernel/search.ts'
import type { Choosable, FindableSource } from '../../../kernel/slice.ts'
import {
  type Announcement,
  findKnownErrorById,
  type KnownError,
  knownErrorReference,
  listAnnounced,
} from './store/known-errors.ts'

/** Page of a major incident, after the language. */
export const incidentPath = (known: KnownError) => `/incidents/${knownErrorReference(known.number)}`

/** A major incident that people are told of. */
export interface Incident {
  reference: string
  /** Title and text by language. */
  announcement: Announcement
  /** Key of the service that it disturbs. */
  service: string | null
  /** Whom it affects; null: everybody. */
  audienceId: string | null
  /** Where; empty: in all portals. */
  portals: string[]
  since: Date
  until: Date | null
}

/** A major incident as it is announced now; undefined when it is over or was taken back. */
export async function findIncident(ctx: Ctx, id: string): Promise<Incident | undefined> {
  const known = await findKnownErrorById(ctx.db, id)
  if (!known?.announcement || !known.announced_at || known.state !== 'open') return undefined
  return {
    reference: knownErrorReference(known.number),
    announcement: known.announcement,
    service: known.service_key,
    audienceId: known.audience_id,
    portals: known.portals,
    since: known.announced_at,
    until: known.announced_until,
  }
}

/** What a major incident may disturb. */
export async function listDisturbable(ctx: Ctx): Promise<Choosable[]> {
  return (await Promise.all(ctx.disturbable.map((list) => list(ctx)))).flat()
}

/** Whether an announced incident affects the actor: it is for their audience and their portal, and not over. */
export function affects(ctx: Ctx, known: KnownError): boolean {
  return (
    known.announcement !== null &&
    known.state === 'open' &&
    (known.announced_until === null || known.announced_until > ctx.now()) &&
    (known.audience_id === null || ctx.actor.audiences.has(known.audience_id)) &&
    (known.portals.length === 0 || known.portals.includes(ctx.actor.portal))
  )
}

/** The announcement in a language, or in the first that it has. */
export function announcedIn(known: KnownError, lang: Lang): { lang: Lang; title: string; text: string } | null {
  const found = ([lang, 'de', 'en', 'el'] as const).find((one) => known.announcement?.[one])
  const own = found && known.announcement?.[found]
  return own ? { lang: found, ...own } : null
}

/** Major incidents at the top of the portal, for those whom they affect. */
export async function incidentBanners(ctx: Ctx): Promise<Banner[]> {
  const announced = await listAnnounced(ctx.db, ctx.now())
  return announced
    .filter((known) => affects(ctx, known))
    .flatMap((known) => {
      const own = announcedIn(known, ctx.lang)
      if (!own) return []
      return [
        {
          tone: 'bad' as const,
          title: own.title,
          text: own.text,
          path: incidentPath(known),
          until: known.announced_until,
        },
      ]
    })
}

/** Major incidents are found like articles: also while somebody begins to write about one. */
export const incidentFindables: FindableSource = {
  on: ['incident.announced', 'incident.ended', 'known-error.solved'],
  async *all(ctx) {
    const services = await listDisturbable(ctx)
    yield (await listAnnounced(ctx.db, ctx.now())).flatMap((known) => findablesOf(known, services))
  },
  async of(ctx, { subject }) {
    const known = await findKnownErrorById(ctx.db, subject.id)
    const isAnnounced = known?.announcement && known.state === 'open'
    return [
      { group: `incident:${subject.id}`, findables: isAnnounced ? findablesOf(known, await listDisturbable(ctx)) : [] },
    ]
  },
}

/** Found by what it disturbs as well: who writes about the service begins with its name. */
function findablesOf(known: KnownError, services: readonly Choosable[]): Findable[] {
  const service = services.find((one) => one.value === known.service_key)
  return Object.entries(known.announcement ?? {}).map(([lang, { title, text }]) => ({
    id: `incident:${known.id}:${lang}`,
    group: `incident:${known.id}`,
    kind: 'incident',
    lang,
    title,
    text,
    keywords: [known.title, ...(service ? [service.label] : [])],
    url: incidentPath(known),
    audience: known.audience_id,
    ...(known.portals.length > 0 ? { facets: { portal: known.portals } } : {}),
    updatedAt: known.changed_at.getTime(),
    weight: 2,
  }))
}
