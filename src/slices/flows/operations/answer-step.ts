import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { answerCourse } from '../journey.ts'
import { findJourneyFor, moveJourney } from '../store/journeys.ts'
import { countMoves } from '../store/moves.ts'
import { JourneyView, journeyView } from '../views.ts'
import { JourneyLink } from './journey-link.ts'

/** Answers the question that a journey stands at. */
export const answerStep = defineOperation({
  name: 'flows.answerStep',
  summary: 'Answer the question that guided help is at; gives the next one, or the end',
  kind: 'command',
  http: { method: 'POST', path: '/flow-journeys/{link}/answers' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  rateLimit: { limit: 600, seconds: 3600, visitors: 6000 },
  input: z.object({
    link: JourneyLink,
    step: z.string().max(40).describe('The step that is answered: an answer that comes twice moves on once'),
    value: z.string().max(4000).default('').describe('`value` of a choice, a number, a day (2026-11-24) or a text'),
  }),
  output: JourneyView,
  load: (ctx, { link }) => findJourneyFor(ctx, link, { lock: true }),
  async handle(ctx, { step, value }, journey) {
    // Answered before, on this device or another: where the journey stands now is what there is to see.
    if (step !== journey.at_step) return journeyView(ctx, journey)
    const { definition, flow_id, version } = journey
    const course = await answerCourse(ctx, definition, journey.at_step, journey.trail, value)
    const place = { at_step: course.at, trail: course.trail, ended: course.ended }
    await moveJourney(ctx, journey.id, place)
    await countMoves(ctx, flow_id, version, course.moves, 1)
    if (course.ended)
      ctx.emit({ type: 'flow.ended', subject: { kind: 'flow', id: flow_id }, payload: { version, end: course.at } })
    return journeyView(ctx, { ...journey, ...place, helped: null, changed_at: ctx.now() })
  },
})
