import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { findJourneyFor, rateJourney } from '../store/journeys.ts'
import { countMoves } from '../store/moves.ts'
import { JourneyView, journeyView } from '../views.ts'
import { JourneyLink } from './journey-link.ts'

const moveOf = (step: string, helped: boolean) => ({ from: step, to: helped ? ':helped' : ':not-helped' })

/** Says whether the end of a journey helped. Changing one's mind counts once. */
export const rateEnd = defineOperation({
  name: 'flows.rateEnd',
  summary: 'Say whether guided help has helped',
  kind: 'command',
  http: { method: 'POST', path: '/flow-journeys/{link}/rating' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  input: z.object({ link: JourneyLink, helped: z.boolean() }),
  output: JourneyView,
  load: (ctx, { link }) => findJourneyFor(ctx, link, { lock: true }),
  async handle(ctx, { helped }, journey) {
    if (!journey.ended) throw refuse.conflict('flows.not_ended', 'flows.answer.notEnded')
    const { flow_id, version, at_step } = journey
    if (journey.helped !== helped) {
      if (journey.helped !== null) await countMoves(ctx, flow_id, version, [moveOf(at_step, journey.helped)], -1)
      await countMoves(ctx, flow_id, version, [moveOf(at_step, helped)], 1)
      await rateJourney(ctx, journey.id, helped)
    }
    return journeyView(ctx, { ...journey, helped })
  },
})
