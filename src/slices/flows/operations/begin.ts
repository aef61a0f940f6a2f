import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { answerCourse, beginCourse } from '../journey.ts'
import { findFlowFor } from '../store/flows.ts'
import { insertJourney } from '../store/journeys.ts'
import { countMoves } from '../store/moves.ts'
import { JourneyView, journeyView } from '../views.ts'

/** Begins a journey, and answers its first question at once where that is known already. */
export const begin = defineOperation({
  name: 'flows.begin',
  summary: 'Begin guided help; gives the first question, and the link by which the journey is continued',
  kind: 'command',
  http: { method: 'POST', path: '/flows/{key}/journeys' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  rateLimit: { limit: 120, seconds: 3600, visitors: 1200 },
  input: z.object({
    key: z.string().min(1).max(60),
    answer: z
      .object({ step: z.string().max(40), value: z.string().max(4000) })
      .optional()
      .describe('The answer to the first question, as `flows.read` gives it'),
  }),
  output: JourneyView,
  examples: [{ title: 'No internet, no power', input: { key: 'outage' } }],
  load: (ctx, { key }) => findFlowFor(ctx, key),
  async handle(ctx, { answer }, flow) {
    const { definition, version } = flow
    const start = await beginCourse(ctx, definition)
    // An answer to a question that is not the first any more is passed over: the journey begins with the one that is.
    const isFirst = answer !== undefined && answer.step === start.at
    const course = isFirst ? await answerCourse(ctx, definition, start.at, [], answer.value) : start
    const place = { at_step: course.at, trail: course.trail, ended: course.ended }
    const id = await insertJourney(ctx, { flow_id: flow.id, version, ...place })
    await countMoves(ctx, flow.id, version, isFirst ? [...start.moves, ...course.moves] : start.moves, 1)
    const journey = {
      id,
      flow_id: flow.id,
      key: flow.key,
      person_id: ctx.actor.personId,
      helped: null,
      changed_at: ctx.now(),
    }
    return journeyView(ctx, { ...journey, version, definition, ...place })
  },
})
