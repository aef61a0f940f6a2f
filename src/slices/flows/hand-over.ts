import type { Ctx } from '../../kernel/ctx.ts'
import type { HandOver } from '../../kernel/hand-over.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Step } from './definition.ts'
import { stepOf } from './journey.ts'
import { findJourneyFor } from './store/journeys.ts'
import { fillIn, textAndLang } from './texts.ts'
import { trailView, wordsOf } from './views.ts'

/** The way through a flow, for the person who takes over: what was asked, what was answered, where it ended. */
export async function handOverJourney(ctx: Ctx, link: string): Promise<HandOver | null> {
  const journey = await findJourneyFor(ctx, link)
  if (!journey) return null
  const { definition, at_step, trail, ended, key } = journey
  const title = textAndLang(definition.title, ctx.lang).text
  const step = stepOf(definition, at_step)
  const answers = wordsOf(ctx, definition, trail)
  const reached = {
    question: ctx.t(ended ? 'flows.handOver.end' : 'flows.handOver.stopped'),
    answer: fillIn(textAndLang(step.title, ctx.lang).text, answers),
  }
  const [subject, message] = openingOf(step, ctx.lang)
  return {
    question: title,
    steps: [...trailView(ctx, definition, trail), reached],
    read: [],
    guide: { path: `/guided-help/${key}`, title },
    ...(subject ? { subject: fillIn(subject, answers) } : {}),
    ...(message ? { message: fillIn(message, answers) } : {}),
  }
}

/** Subject and message that an end proposes. */
function openingOf(step: Step, lang: Lang): [string | undefined, string | undefined] {
  if (step.kind !== 'end') return [undefined, undefined]
  if (step.outcome.type === 'person') return [undefined, textAndLang(step.outcome.message, lang).text]
  const values = 'values' in step.outcome ? step.outcome.values : []
  const of = (name: string) => values.find(({ field }) => field === name)?.text
  return [of('subject'), of('message')]
}
