import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Email } from '../../../../kernel/schema.ts'
import { checkForm } from '../../form-token.ts'
import { openRequest } from '../../open-request.ts'
import { trackingOf } from '../../views.ts'
import { attachTo } from '../attach.ts'
import { affects, announcedIn } from '../incidents.ts'
import { KnownErrorReference, loadKnownError } from './read-known-error.ts'

/** "That is my problem": whoever says so hears when it is solved, without writing it all down. */
export const joinIncident = defineOperation({
  name: 'requests.joinIncident',
  summary: 'Say that one is affected by a major incident, and be told when it is solved',
  kind: 'command',
  http: { method: 'POST', path: '/incidents/{error}/requests' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  rateLimit: { limit: 20, seconds: 3600, visitors: 2000 },
  rateLimitOn: { limit: 10, seconds: 3600, of: ({ email }) => email },
  input: z.object({
    error: KnownErrorReference,
    words: z.string().trim().max(4000).default('').describe('What is different in one’s own case'),
    email: Email.optional().describe('Where to write when it is solved; for those who are not signed in'),
    formToken: z
      .string()
      .max(200)
      .optional()
      .describe('From `requests.openForm`; needed on the web when nobody is signed in'),
    website: z
      .string()
      .max(0, { error: 'requests.write.leaveEmpty' })
      .optional()
      .describe('Stays empty; programs fill it'),
  }),
  output: z.object({ reference: z.string(), link: z.string() }),
  load: (ctx, { error }) => loadKnownError(ctx, error),
  access: (ctx, _input, known) => known !== undefined && affects(ctx, known),
  async handle(ctx, { words, email, formToken }, known) {
    const own = known && announcedIn(known, ctx.lang)
    if (!known || !own) throw refuse.notFound()
    if (ctx.actor.personId === null && !email) throw refuse.field('email', 'requests.desk.incident.whereTo')
    const { request, reference } = await openRequest(ctx, {
      type: 'incident',
      subject: own.title,
      message: words || ctx.t('requests.desk.incident.mine'),
      contactEmail: ctx.actor.personId === null ? (email ?? null) : null,
      serviceKey: known.service_key,
      formKey: checkForm(ctx, formToken),
    })
    await attachTo(ctx, { ...request, known_error_id: null }, known)
    return { reference, link: trackingOf(ctx, request).link }
  },
})
