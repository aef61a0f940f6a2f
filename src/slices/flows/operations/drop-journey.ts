import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { deleteJourney, findJourneyFor } from '../store/journeys.ts'
import { JourneyLink } from './journey-link.ts'

/** Forgets a journey with everything that was answered. */
export const dropJourney = defineOperation({
  name: 'flows.dropJourney',
  summary: 'Forget a journey through guided help, with its answers',
  kind: 'command',
  http: { method: 'DELETE', path: '/flow-journeys/{link}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  confirm: true,
  input: z.object({ link: JourneyLink }),
  output: z.object({}),
  load: (ctx, { link }) => findJourneyFor(ctx, link, { lock: true }),
  async handle(ctx, _input, { id }) {
    await deleteJourney(ctx, id)
    return {}
  },
})
