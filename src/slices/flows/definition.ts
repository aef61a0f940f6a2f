import { z } from 'zod'
import { TARGET_KINDS } from '../../kernel/flow-parts.ts'
import { LangSchema } from '../../kernel/schema.ts'

/** A text by language. */
const Texts = (max: number) => z.partialRecord(LangSchema, z.string().trim().max(max)).default({})

/** Name of a step inside its flow; stays when texts change. */
export const StepId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'flows.step.id' })
  .describe('Lower-case letters, digits and hyphens; stays when texts change')
const To = StepId.nullable()
  .default(null)
  .describe('The step that follows; null while that is not decided (cannot be published)')

const common = {
  id: StepId,
  title: Texts(200).describe('The question, or what the step says, in one line'),
  body: Texts(4000).describe('More about it: Markdown. `{{step}}` stands for what was answered there'),
  spoken: Texts(1000).describe('What is read aloud instead of title and body'),
  picture: z
    .strictObject({ file: z.string().min(1).max(200), alt: Texts(300) })
    .nullable()
    .default(null)
    .describe('Id of a stored picture (in a document: its name among `pictures`), and what it shows in words'),
}

export const Option = z.strictObject({
  id: StepId,
  label: Texts(120),
  hint: Texts(200),
  to: To,
})
export type Option = z.output<typeof Option>

/** One line of a check: about an answer, an audience, or whether somebody is signed in. */
export const Line = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.enum(['one-of', 'none-of']),
    step: StepId,
    values: z.array(z.string().max(200)).min(1).max(30),
  }),
  z.strictObject({ is: z.enum(['at-least', 'below']), step: StepId, number: z.number() }),
  z.strictObject({
    is: z.enum(['within-days', 'after-days']),
    step: StepId,
    days: z.number().int().min(-36_500).max(36_500).describe('Counted from today'),
  }),
  z.strictObject({ is: z.enum(['in', 'not-in']), audience: z.string().min(1).max(100).describe('Key of an audience') }),
  z.strictObject({ is: z.enum(['signed-in', 'signed-out']) }),
])
export type Line = z.output<typeof Line>

export const Outcome = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('answer') }).describe('The text of the step is the answer'),
  z
    .strictObject({ type: z.literal('person'), message: Texts(2000) })
    .describe('A message to a person, who gets the whole way along'),
  z
    .strictObject({
      type: z.enum(TARGET_KINDS),
      key: z.string().max(200).default(''),
      values: z
        .array(z.strictObject({ field: z.string().min(1).max(100), text: z.string().max(2000) }))
        .max(50)
        .default([])
        .describe('Fields filled in; `{{step}}` stands for what was answered there'),
    })
    .describe('Something of another area, with its fields filled in'),
])
export type Outcome = z.output<typeof Outcome>

/** A step: something asked, something decided, or an end. */
export const Step = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('say'), to: To }),
  z.strictObject({ ...common, kind: z.literal('choice'), options: z.array(Option).max(20).default([]) }),
  z.strictObject({
    ...common,
    kind: z.literal('number'),
    min: z.number().nullable().default(null),
    max: z.number().nullable().default(null),
    unit: Texts(20),
    to: To,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('date'),
    from: z.number().int().nullable().default(null).describe('Earliest day, counted from today'),
    until: z.number().int().nullable().default(null).describe('Latest day, counted from today'),
    to: To,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('text'),
    long: z.boolean().default(false),
    optional: z.boolean().default(false),
    to: To,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('lookup'),
    lookup: z.string().max(100).default('').describe('Name of a look-up of own data'),
    to: To,
    none: To.describe('The step that follows when nothing is found, nobody is signed in, or none of it is meant'),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('check'),
    match: z.enum(['all', 'any']).default('all'),
    lines: z.array(Line).max(20).default([]),
    to: To,
    otherwise: To,
  }),
  z.strictObject({ ...common, kind: z.literal('end'), outcome: Outcome.default({ type: 'answer' }) }),
])
export type Step = z.output<typeof Step>
export type StepKind = Step['kind']
export const STEP_KINDS = ['choice', 'say', 'number', 'date', 'text', 'lookup', 'check', 'end'] as const

/** Answers given, and the end that must come of them. */
export const TestCase = z.strictObject({
  name: z.string().trim().min(1, { error: 'refusal.required' }).max(120),
  answers: z
    .array(z.strictObject({ step: StepId, value: z.string().max(500).describe('A day may be `today+14`') }))
    .max(100)
    .default([]),
  audiences: z.array(z.string().max(100)).max(20).default([]).describe('Keys of audiences that the person is in'),
  signedIn: z.boolean().default(false),
  end: StepId.describe('The end that is expected'),
})
export type TestCase = z.output<typeof TestCase>

/** A flow as it is written, published, imported and exported. */
export const Definition = z.strictObject({
  title: Texts(120),
  lead: Texts(500).describe('What it is for, in a sentence'),
  keywords: z.partialRecord(LangSchema, z.array(z.string().trim().min(1).max(60)).max(30)).default({}),
  start: StepId.nullable().default(null),
  steps: z.array(Step).max(200).default([]),
  tests: z.array(TestCase).max(50).default([]),
})
export type Definition = z.output<typeof Definition>

/** Where a step leads, with what leads there. */
export interface Way {
  /** `next`, `none`, `yes`, `no`, or the id of an option. */
  by: string
  to: string | null
}

/** Every way out of a step, in order. */
export function waysOf(step: Step): Way[] {
  switch (step.kind) {
    case 'choice':
      return step.options.map(({ id, to }) => ({ by: id, to }))
    case 'lookup':
      return [
        { by: 'next', to: step.to },
        { by: 'none', to: step.none },
      ]
    case 'check':
      return [
        { by: 'yes', to: step.to },
        { by: 'no', to: step.otherwise },
      ]
    case 'end':
      return []
    default:
      return [{ by: 'next', to: step.to }]
  }
}

/** Steps by id. */
export function stepsById(definition: Definition): Map<string, Step> {
  return new Map(definition.steps.map((step) => [step.id, step]))
}
