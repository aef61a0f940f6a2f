import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { FlowKey } from '../document.ts'
import { knownTo } from '../draft-view.ts'
import { answerCourse, beginCourse, stepOf } from '../journey.ts'
import { problemsOf } from '../rules-publishing.ts'
import { findKept } from '../store/keeping.ts'
import { StepView, stepView, trailView } from '../views.ts'

/** What keeps a draft from being walked through at all; missing texts and failing tests do not. */
const BLOCKING = new Set(['noStart', 'deadEnd', 'unknownStep', 'loop', 'sameId', 'noOptions'])

/** Walks through a draft without keeping anything: the preview. */
export const tryDraft = defineOperation({
  name: 'flows.tryDraft',
  summary: 'Walk through the draft of guided help, as oneself; nothing is kept or counted',
  kind: 'query',
  http: { method: 'POST', path: '/flow-drafts/{key}/preview' },
  channels: ['web', 'api'],
  requires: 'flows.write',
  input: z.object({ key: FlowKey, answers: z.array(z.string().max(4000)).max(200).default([]) }),
  output: z.object({
    step: StepView,
    trail: z.array(z.object({ step: z.string(), question: z.string(), answer: z.string() })),
  }),
  load: (ctx, { key }) => findKept(ctx, key),
  async handle(ctx, { answers }, { draft }) {
    const problems = problemsOf(draft, await knownTo(ctx)).filter(({ code }) => BLOCKING.has(code))
    if (problems.length > 0) throw refuse.conflict('flows.not_walkable', 'flows.preview.notYet')
    let course = await beginCourse(ctx, draft)
    for (const answer of answers) course = await answerCourse(ctx, draft, course.at, course.trail, answer)
    return {
      step: await stepView(ctx, draft, stepOf(draft, course.at), course.trail),
      trail: trailView(ctx, draft, course.trail),
    }
  },
})
