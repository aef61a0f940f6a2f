import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { findJourneyFor } from '../store/journeys.ts'
import { JourneyView, journeyView } from '../views.ts'
import { JourneyLink } from './journey-link.ts'

/** Where a journey stands. */
export const readJourney = defineOperation({
  name: 'flows.readJourney',
  summary: 'See where a journey through guided help stands, by its link',
  kind: 'query',
  http: { method: 'GET', path: '/flow-journeys/{link}' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  input: z.object({ link: JourneyLink }),
  output: JourneyView,
  load: (ctx, { link }) => findJourneyFor(ctx, link),
  handle: (ctx, _input, journey) => journeyView(ctx, journey),
})
