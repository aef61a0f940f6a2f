import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Id, Instant, LangSchema } from '../../../kernel/schema.ts'
import { audienceChoices, teamChoices } from '../../identity/index.ts'
import { RequestSummary, summaryOf } from '../views.ts'
import { NOTHING, sightOf } from './sight.ts'
import { type KnownError, knownErrorReference, listAttached } from './store/known-errors.ts'

/** The announcement of a major incident, by language. */
export const AnnouncementTexts = z.partialRecord(LangSchema, z.object({ title: z.string(), text: z.string() }))

/** A known error in a list. */
export const KnownErrorSummary = z.object({
  reference: z.string().describe('`K-101-X`'),
  title: z.string(),
  words: z.string().describe('For the desk: what it is, and what helps meanwhile'),
  state: z.enum(['open', 'solved']),
  team: z.string().nullable(),
  attached: z.number().describe('Requests that hang on it, counted up to 1000'),
  isAnnounced: z.boolean().describe('A major incident that people are told of'),
  createdAt: Instant,
  changedAt: Instant,
  solvedAt: Instant.nullable(),
})

/** A known error with the requests that hang on it. */
export const KnownErrorView = KnownErrorSummary.extend({
  announcement: AnnouncementTexts.nullable(),
  announcedAt: Instant.nullable(),
  announcedUntil: Instant.nullable(),
  audience: z.object({ id: Id, name: z.string() }).nullable(),
  portals: z.array(z.string()),
  service: z.string().nullable().describe('Key of the service that it disturbs'),
  requests: z.array(RequestSummary).describe('The first hundred'),
})

/** Requests shown with a known error at most. */
const SHOWN = 100

export function knownErrorSummary(
  known: KnownError,
  attached: number,
  teams: ReadonlyMap<string, string>,
): z.input<typeof KnownErrorSummary> {
  return {
    reference: knownErrorReference(known.number),
    title: known.title,
    words: known.words,
    state: known.state,
    team: (known.team_id && teams.get(known.team_id)) || null,
    attached,
    isAnnounced: known.announced_at !== null && known.state === 'open',
    createdAt: known.created_at,
    changedAt: known.changed_at,
    solvedAt: known.solved_at,
  }
}

/** Names of teams by id. */
export async function teamNames(ctx: Ctx): Promise<Map<string, string>> {
  return new Map((await teamChoices(ctx)).map((team) => [team.id, team.name]))
}

export async function knownErrorView(ctx: Ctx, known: KnownError): Promise<z.input<typeof KnownErrorView>> {
  const sight = (await sightOf(ctx)) ?? NOTHING
  const [requests, audiences, teams] = await Promise.all([
    listAttached(ctx.db, known.id, sight, { limit: SHOWN }),
    known.audience_id ? audienceChoices(ctx) : [],
    teamNames(ctx),
  ])
  return {
    ...knownErrorSummary(known, requests.length, teams),
    announcement: known.announcement,
    announcedAt: known.announced_at,
    announcedUntil: known.announced_until,
    audience: audiences.find((one) => one.id === known.audience_id) ?? null,
    portals: known.portals,
    service: known.service_key,
    requests: requests.map(summaryOf),
  }
}
