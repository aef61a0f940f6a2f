import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Instant } from '../../../../kernel/schema.ts'
import { affects, announcedIn } from '../incidents.ts'
import { KnownErrorReference, loadKnownError } from './read-known-error.ts'

/** What is known of a major incident, for those whom it affects. */
export const readIncident = defineOperation({
  name: 'requests.readIncident',
  summary: 'Read what is known of a major incident',
  kind: 'query',
  http: { method: 'GET', path: '/incidents/{error}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  input: z.object({ error: KnownErrorReference }),
  output: z.object({
    reference: z.string(),
    lang: z.string(),
    title: z.string(),
    text: z.string(),
    since: Instant,
    until: Instant.nullable(),
    changedAt: Instant,
  }),
  load: (ctx, { error }) => loadKnownError(ctx, error),
  access: (ctx, _input, known) => known !== undefined && affects(ctx, known),
  async handle(ctx, { error }, known) {
    const own = known && announcedIn(known, ctx.lang)
    if (!own || !known?.announced_at) throw new Error('an announced incident has a text')
    return {
      reference: error.toUpperCase(),
      ...own,
      since: known.announced_at,
      until: known.announced_until,
      changedAt: known.changed_at,
    }
  },
})
