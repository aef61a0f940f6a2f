import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { stepOf } from '../journey.ts'
import { answersOf } from '../rules.ts'
import { findJourneyFor } from '../store/journeys.ts'
import { fillIn } from '../texts.ts'
import { wordsOf } from '../views.ts'
import { JourneyLink } from './journey-link.ts'

/** Begins what a journey ended with: an order, a request, a booking, with what was answered filled in. */
export const openEnd = defineOperation({
  name: 'flows.openEnd',
  summary: 'Begin what guided help ended with, its fields filled in from the answers; gives the page where it goes on',
  kind: 'command',
  http: { method: 'POST', path: '/flow-journeys/{link}/opening' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  rateLimit: { limit: 60, seconds: 3600, visitors: 600 },
  input: z.object({ link: JourneyLink }),
  output: z.object({ path: z.string().describe('After portal and language') }),
  load: (ctx, { link }) => findJourneyFor(ctx, link),
  async handle(ctx, { link }, { definition, at_step, trail }) {
    const step = stepOf(definition, at_step)
    if (step.kind !== 'end' || step.outcome.type === 'answer')
      throw refuse.conflict('flows.no_opening', 'flows.end.nothingToOpen')
    const { outcome } = step
    // Nobody is left alone with an end that leads nowhere for them: a person takes over, with all of it.
    const person = { path: `/contact?from=journey:${link}` }
    if (outcome.type === 'person') return person
    const source = ctx.flowTargets.find(({ kind }) => kind === outcome.type)
    const found = await source?.find(ctx, outcome.key)
    if (!source || !found) return person
    if (!source.begin) return { path: found.path }
    const filled = (answers: ReadonlyMap<string, string>) =>
      Object.fromEntries(outcome.values.map(({ field, text }) => [field, fillIn(text, answers)]))
    const texts = filled(wordsOf(ctx, definition, trail))
    const kept = filled(answersOf(trail))
    return { path: await source.begin(ctx, outcome.key, { texts, kept, from: `journey:${link}` }) }
  },
})
