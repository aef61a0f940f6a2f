import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { backCourse } from '../journey.ts'
import { findJourneyFor, moveJourney } from '../store/journeys.ts'
import { countMoves } from '../store/moves.ts'
import { JourneyView, journeyView } from '../views.ts'
import { JourneyLink } from './journey-link.ts'

/** Takes answers back. */
export const back = defineOperation({
  name: 'flows.back',
  summary: 'Go back one question of guided help, or to any that was answered; later answers are taken back',
  kind: 'command',
  http: { method: 'POST', path: '/flow-journeys/{link}/back' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  input: z.object({
    link: JourneyLink,
    to: z.string().max(40).optional().describe('A step that was answered; default: the last one'),
  }),
  output: JourneyView,
  load: (ctx, { link }) => findJourneyFor(ctx, link, { lock: true }),
  async handle(ctx, { to }, journey) {
    const { flow_id, version } = journey
    const { at, trail, moves } = backCourse(journey.at_step, journey.trail, to)
    const place = { at_step: at, trail, ended: false }
    await moveJourney(ctx, journey.id, place)
    await countMoves(ctx, flow_id, version, moves, -1)
    return journeyView(ctx, { ...journey, ...place, helped: null, changed_at: ctx.now() })
  },
})
