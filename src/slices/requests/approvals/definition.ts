import { z } from 'zod'
import { Condition, LocalText } from '../../../kernel/form/definition.ts'
import { Id } from '../../../kernel/schema.ts'

/** Business hours of the counter of the portal; where nobody has set any, hours by the clock. */
const Hours = z.int().min(1).max(2000)

/** Name of a step or task inside its definition: events, conditions and the timeline use it. */
export const StepKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'requests.process.key' })

/** Whose manager or cost centre is meant. */
const Party = z.enum(['requester', 'beneficiary']).default('requester')

/** Who is asked. Of a team: the first who answers (`any`), or everybody (`all`). */
export const Approver = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('manager'), of: Party }),
  z.strictObject({ kind: z.literal('costCentreOwner'), of: Party }),
  z.strictObject({ kind: z.literal('person'), personId: Id }),
  z.strictObject({ kind: z.literal('team'), teamId: Id, need: z.enum(['any', 'all']).default('any') }),
])
export type Approver = z.infer<typeof Approver>

/** One question put to somebody. */
export const ApprovalStep = z.strictObject({
  key: StepKey,
  /** What the question is called; without it, it is called after who is asked. */
  title: LocalText.optional(),
  approver: Approver,
  /** Asked only when this holds, over the answers of the form and `amount` (in units of the currency: 1200.5). */
  when: Condition.optional(),
  /** Reminded once, when so many hours have passed without an answer. */
  remindAfter: Hours.optional(),
  /** Somebody else is asked as well, after so many hours: the manager of who was asked, or a named person. */
  escalate: z
    .strictObject({
      after: Hours,
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('manager') }),
        z.strictObject({ kind: z.literal('person'), personId: Id }),
      ]),
    })
    .optional(),
  /** Decided by itself, after so many hours. */
  lapse: z.strictObject({ after: Hours, outcome: z.enum(['approved', 'declined']) }).optional(),
})
export type ApprovalStep = z.infer<typeof ApprovalStep>

/** Questions put at the same time. `all` have to be approved, or one of them (`any`). */
export const ApprovalStage = z.strictObject({
  need: z.enum(['all', 'any']).default('all'),
  steps: z.array(ApprovalStep).min(1).max(10),
})
export type ApprovalStage = z.infer<typeof ApprovalStage>

/** Who has to approve something, stage after stage. No stages: nobody has to. */
export const ApprovalChain = z
  .strictObject({
    stages: z.array(ApprovalStage).max(10).default([]),
    /** Whether who orders, or gets it, may approve it. Otherwise their manager is asked in their place. */
    mayApproveOwn: z.boolean().default(false),
    /** Whether somebody who has already approved is asked again further down. */
    askAgain: z.boolean().default(false),
    /** Asked when nobody else can be found. */
    fallbackId: Id.optional(),
  })
  .refine(({ stages }) => hasUniqueKeys(stages.flatMap((stage) => stage.steps)), {
    error: 'requests.process.keyTwice',
    path: ['stages'],
  })
  .refine(({ stages }) => stages.every((stage) => stage.steps.every(isInOrder)), {
    error: 'requests.process.lapseFirst',
    path: ['stages'],
  })
export type ApprovalChain = z.infer<typeof ApprovalChain>

/** The chain that asks nobody. */
export const NO_APPROVAL: ApprovalChain = ApprovalChain.parse({})

/** Whether every key occurs once. */
export function hasUniqueKeys(parts: readonly { key: string }[]): boolean {
  return new Set(parts.map((part) => part.key)).size === parts.length
}

/** A reminder or an escalation after the decision by itself would never come. */
function isInOrder({ lapse, remindAfter = 0, escalate }: ApprovalStep): boolean {
  return !lapse || lapse.after > Math.max(remindAfter, escalate?.after ?? 0)
}
