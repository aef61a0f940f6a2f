import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Instant, LangSchema } from '../../../../kernel/schema.ts'
import { audienceChoices } from '../../../identity/index.ts'
import { listDisturbable } from '../incidents.ts'
import { KnownErrorView, knownErrorView } from '../known-error-view.ts'
import { updateKnownError } from '../store/known-errors.ts'
import { KnownErrorReference, loadKnownError } from './read-known-error.ts'

const Own = z.object({ title: z.string().trim().max(200), text: z.string().trim().max(4000) })

/** Tells everybody who is affected: at the top of the portal, in the search, and while somebody begins to write about it. */
export const announce = defineOperation({
  name: 'requests.announce',
  summary: 'Announce a known error as a major incident, or change its announcement',
  kind: 'command',
  http: { method: 'PUT', path: '/desk/known-errors/{error}/announcement' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    error: KnownErrorReference,
    texts: z.partialRecord(LangSchema, Own).refine((texts) => Object.values(texts).some((one) => one?.title), {
      error: 'requests.desk.incident.titleNeeded',
    }),
    until: Instant.nullable().default(null).describe('When it is probably over'),
    audience: Id.nullable().default(null).describe('Whom it affects; null: everybody'),
    portals: z.array(z.string().max(41)).max(50).default([]).describe('Empty: all'),
    service: z.string().trim().max(80).nullable().default(null).describe('Key of the service that it disturbs'),
  }),
  output: KnownErrorView,
  load: (ctx, { error }) => loadKnownError(ctx, error, { lock: true }),
  async handle(ctx, { texts, until, audience, portals, service }, known) {
    if (known.state === 'solved') throw refuse.conflict('requests.error_solved', 'requests.desk.error.isSolved')
    if (audience && !(await audienceChoices(ctx)).some((one) => one.id === audience))
      throw refuse.field('audience', 'requests.desk.incident.noAudience')
    if (service && !(await listDisturbable(ctx)).some((one) => one.value === service))
      throw refuse.field('service', 'requests.desk.incident.noService')
    const change = {
      announcement: Object.fromEntries(
        Object.entries(texts).filter((entry): entry is [string, { title: string; text: string }] =>
          Boolean(entry[1]?.title),
        ),
      ),
      announced_at: known.announced_at ?? ctx.now(),
      announced_until: until === null ? null : new Date(until as string),
      audience_id: audience,
      portals,
      service_key: service,
    }
    await updateKnownError(ctx, known.id, change)
    ctx.emit({
      type: 'incident.announced',
      subject: { kind: 'known-error', id: known.id },
      payload: { service },
    })
    return knownErrorView(ctx, { ...known, ...change, changed_at: ctx.now() })
  },
})
