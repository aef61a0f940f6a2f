import { z } from 'zod'
import { LocalText } from '../../../kernel/form/definition.ts'
import { Id } from '../../../kernel/schema.ts'
import { hasUniqueKeys, StepKey } from '../approvals/definition.ts'

const named = { key: StepKey, title: LocalText }

/** Something that has to be done for an item: by people of a team, by another system, or by Theke itself. */
export const Work = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('task'),
    ...named,
    instructions: LocalText.optional(),
    teamId: Id,
    checklist: z.array(LocalText).max(30).default([]),
    /** Business hours within which it is to be done. */
    within: z.int().min(1).max(2000).optional(),
  }),
  /** Key of a web hook of the administration. */
  z.strictObject({ kind: z.literal('webhook'), ...named, webhook: z.string().min(1).max(60) }),
  /** Name of a built-in effect, `catalogue.activate`, with its input. */
  z.strictObject({
    kind: z.literal('effect'),
    ...named,
    effect: z.string().min(1).max(80),
    input: z.record(z.string(), z.unknown()).default({}),
  }),
])
export type Work = z.infer<typeof Work>

/** How an item is fulfilled: stage after stage, everything of one stage at the same time. No stages: approving is all. */
export const FulfilmentPlan = z
  .strictObject({
    stages: z
      .array(z.strictObject({ work: z.array(Work).min(1).max(10) }))
      .max(10)
      .default([]),
  })
  .refine(({ stages }) => hasUniqueKeys(stages.flatMap((stage) => stage.work)), {
    error: 'requests.process.keyTwice',
    path: ['stages'],
  })
export type FulfilmentPlan = z.infer<typeof FulfilmentPlan>

/** The plan in which nothing is to be done. */
export const NO_FULFILMENT: FulfilmentPlan = FulfilmentPlan.parse({})
