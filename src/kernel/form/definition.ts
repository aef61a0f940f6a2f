import { z } from 'zod'
import { FACTS } from '../audience.ts'
import { LANGS } from '../lang.ts'
import { isSafePattern } from './pattern.ts'

/** A text in some of the languages of the interface; at least one. */
export const LocalText = z
  .partialRecord(z.enum(LANGS), z.string().trim().min(1).max(2000))
  .refine((texts) => Object.keys(texts).length > 0, { error: 'form.problem.text' })

/** Name of a field, as answers, conditions and expressions use it. */
export const FieldKey = z.string().regex(/^[a-z][a-zA-Z0-9_]{0,39}$/, { error: 'form.problem.key' })

const Value = z.union([z.string().max(500), z.number(), z.boolean()])

/** A condition over answers of fields that stand above, and over facts about who fills in. A field without an answer meets only `empty`. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { field: string; is: 'equals' | 'includes' | 'atLeast' | 'atMost'; value: string | number | boolean }
  | { field: string; is: 'oneOf'; value: string[] }
  | { field: string; is: 'answered' | 'empty' }
  | { fact: (typeof FACTS)[number]; in: string[] }
  | { signedIn: true }

export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(Condition).max(20) }),
      z.strictObject({ any: z.array(Condition).max(20) }),
      z.strictObject({ not: Condition }),
      z.strictObject({ field: FieldKey, is: z.enum(['equals', 'includes', 'atLeast', 'atMost']), value: Value }),
      z.strictObject({ field: FieldKey, is: z.literal('oneOf'), value: z.array(z.string().max(500)).min(1).max(50) }),
      z.strictObject({ field: FieldKey, is: z.enum(['answered', 'empty']) }),
      z.strictObject({ fact: z.enum(FACTS), in: z.array(z.string().min(1).max(100)).min(1).max(50) }),
      z.strictObject({ signedIn: z.literal(true) }),
    ]),
  )
  .meta({ id: 'FormCondition' })

/** A day: a fixed one, or so many days from the day of filling in (negative: before it). */
const DayBound = z.union([
  z.strictObject({ date: z.iso.date() }),
  z.strictObject({ days: z.number().int().min(-40_000).max(40_000) }),
])
export type DayBound = z.infer<typeof DayBound>

const Option = z.strictObject({ value: z.string().min(1).max(100), label: LocalText, hint: LocalText.optional() })
export type Option = z.infer<typeof Option>

const Pattern = z.strictObject({
  /** Regular expression that the whole text must match; only such that cannot take long (see pattern.ts). */
  regex: z.string().min(1).max(200).refine(isSafePattern, { error: 'form.problem.pattern' }),
  message: LocalText,
})

/** What the profile of who fills in can begin a field with. */
export const PREFILLS = ['name', 'email', 'organisation', 'place', 'product', 'language'] as const
const Prefill = z.enum(PREFILLS)
export type Prefill = z.infer<typeof Prefill>

const shown = { key: FieldKey, label: LocalText, hint: LocalText.optional(), when: Condition.optional() }
const asked = { ...shown, required: z.boolean().default(true), requiredWhen: Condition.optional() }

const TextParts = {
  type: z.literal('text'),
  format: z.enum(['plain', 'email', 'phone', 'url']).default('plain'),
  maxLength: z.number().int().min(1).max(500).default(200),
  pattern: Pattern.optional(),
}
const NumberParts = {
  type: z.literal('number'),
  unit: z.string().max(20).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().positive().optional(),
}
const DateParts = { type: z.literal('date'), min: DayBound.optional(), max: DayBound.optional() }
const ChoiceParts = { type: z.literal('choice'), options: z.array(Option).min(1).max(200) }
const YesNoParts = { type: z.literal('yesNo') }

const column = { key: FieldKey, label: LocalText, required: z.boolean().default(true) }

/** A column of a table: one of the simple types. */
const Column = z.discriminatedUnion('type', [
  z.strictObject({ ...column, ...TextParts }),
  z.strictObject({ ...column, ...NumberParts }),
  z.strictObject({ ...column, ...DateParts }),
  z.strictObject({ ...column, ...ChoiceParts }),
  z.strictObject({ ...column, ...YesNoParts }),
])
export type Column = z.infer<typeof Column>

/** A field of a form. */
export const Field = z.discriminatedUnion('type', [
  z.strictObject({ ...asked, ...TextParts, prefill: Prefill.optional() }),
  z.strictObject({
    ...asked,
    type: z.literal('longText'),
    maxLength: z.number().int().min(1).max(20_000).default(4000),
  }),
  z.strictObject({
    ...asked,
    ...ChoiceParts,
    many: z.boolean().default(false),
    /** Of several: how many at least and at most. */
    min: z.number().int().min(0).max(200).optional(),
    max: z.number().int().min(1).max(200).optional(),
  }),
  /** `mustBeYes`: a single box that has to be ticked, for consents and the like. */
  z.strictObject({ ...asked, ...YesNoParts, mustBeYes: z.boolean().default(false) }),
  z.strictObject({ ...asked, ...NumberParts }),
  z.strictObject({ ...asked, ...DateParts }),
  z.strictObject({
    ...asked,
    type: z.literal('file'),
    kinds: z
      .array(z.enum(['picture', 'document', 'table']))
      .max(3)
      .default([]),
    /** Megabytes each. */
    maxSize: z.number().positive().max(100).default(10),
    min: z.number().int().min(0).max(10).default(1),
    max: z.number().int().min(1).max(10).default(1),
  }),
  z.strictObject({ ...asked, type: z.literal('person') }),
  z.strictObject({ ...asked, type: z.literal('asset') }),
  z.strictObject({ ...asked, type: z.literal('account') }),
  z.strictObject({
    ...asked,
    type: z.literal('address'),
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .min(1)
      .max(60)
      .default(['DE']),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('table'),
    columns: z.array(Column).min(1).max(8),
    minRows: z.number().int().min(0).max(50).default(1),
    maxRows: z.number().int().min(1).max(50).default(10),
  }),
  z.strictObject({
    ...shown,
    type: z.literal('computed'),
    expression: z.string().min(1).max(500),
    show: z.enum(['number', 'money', 'text', 'yesNo', 'date']).default('number'),
    unit: z.string().max(20).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('EUR'),
    decimals: z.number().int().min(0).max(6).default(2),
  }),
  /** Words between the questions; takes no answer. The hint is its text. */
  z.strictObject({ ...shown, type: z.literal('note') }),
])
export type Field = z.infer<typeof Field>
export type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>

const Page = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: 'form.problem.key' }),
  title: LocalText,
  hint: LocalText.optional(),
  when: Condition.optional(),
  fields: z.array(Field).max(100),
})
export type FormPage = z.infer<typeof Page>

/** A form: what is asked, page by page. JSON; kept in versions, exchanged as a file. */
export const FormDefinition = z.strictObject({
  title: LocalText,
  hint: LocalText.optional(),
  pages: z.array(Page).min(1).max(20),
})
export type FormDefinition = z.infer<typeof FormDefinition>

/**
 * Types of fields, in the order in which a builder offers them.
 * @public
 */
export const FIELD_TYPES = Field.options.map((option) => option.shape.type.value)

/** Every field of a form, from top to bottom. */
export function fieldsOf(definition: FormDefinition): Field[] {
  return definition.pages.flatMap((page) => page.fields)
}
