import type { Facts } from '../audience.ts'
import { holds } from './condition.ts'
import type { Field, FieldOf, FormDefinition, FormPage } from './definition.ts'
import { evaluate } from './expression.ts'

export interface AddressAnswer {
  street: string
  /** House number, as it is written: `12 a`. */
  number?: string
  postalCode: string
  town: string
  country: string
}

/** A row of a table, by key of the column. Columns left empty are missing. */
export type Row = Record<string, string | number | boolean>
export type Answer = string | number | boolean | string[] | AddressAnswer | Row[]
/** Answers by key of the field; what was not answered is missing. */
export type Answers = Record<string, Answer>

/** What conditions, dates and computed values depend on besides the answers. */
export interface FormContext {
  facts: Facts
  /** Calendar day of filling in, `2026-11-24`. */
  today: string
}

/** A form with its answers, worked out from top to bottom. */
export interface FilledForm {
  /** Pages that are shown. */
  pages: FormPage[]
  /** Fields that are shown, of all pages. */
  visible: Field[]
  /** Answers of visible fields, computed ones among them. */
  values: Answers
}

/**
 * Works a form out: which fields are shown, and what the computed ones come to. One pass, because conditions and expressions look at
 * fields above only; an answer of a hidden field counts as not given, wherever it is asked for.
 */
export function fillForm(definition: FormDefinition, answers: Answers, context: FormContext): FilledForm {
  const filled: FilledForm = { pages: [], visible: [], values: {} }
  for (const page of definition.pages) {
    if (page.when && !holds(page.when, filled.values, context.facts)) continue
    filled.pages.push(page)
    for (const field of page.fields) {
      if (field.when && !holds(field.when, filled.values, context.facts)) continue
      filled.visible.push(field)
      const value = field.type === 'computed' ? computed(field, filled.values, context) : own(answers, field.key)
      if (value !== undefined && field.type !== 'note') filled.values[field.key] = value
    }
  }
  return filled
}

/** The fields that are shown, from top to bottom. */
export function visibleFields(definition: FormDefinition, answers: Answers, context: FormContext): Field[] {
  return fillForm(definition, answers, context).visible
}

/** What the computed fields that are shown come to; those whose ingredients are missing are left out. */
export function computeValues(definition: FormDefinition, answers: Answers, context: FormContext): Answers {
  const { visible, values } = fillForm(definition, answers, context)
  const keys = visible.filter((field) => field.type === 'computed').map((field) => field.key)
  return Object.fromEntries(keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])))
}

/** The answer of a field; keys such as `constructor` are keys like any other. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function computed(field: FieldOf<'computed'>, values: Answers, { today }: FormContext): Answer | undefined {
  const value = evaluate(field.expression, values, today)
  if (typeof value !== 'number') return value ?? undefined
  const factor = 10 ** field.decimals
  const rounded = Math.round((value + Math.sign(value) * Number.EPSILON * Math.abs(value)) * factor) / factor
  return Number.isFinite(rounded) ? rounded + 0 : undefined
}
