import { type FormContext, fillForm } from './answers.ts'
import { fieldsIn, holds } from './condition.ts'
import type { Condition, Field, FormDefinition, FormPage } from './definition.ts'
import { namesIn, parseExpression } from './parse-expression.ts'

/** A JSON Schema (2020-12). */
export type JsonSchema = Record<string, unknown>

type Known = JsonSchema | boolean

/**
 * What a schema can say about whether something holds: where it surely does, and where it possibly does. The two differ only where a
 * computed value comes in, because JSON Schema cannot reckon.
 */
export interface Certainty {
  surely: Known
  possibly: Known
}

const NEVER = { not: {} }

/** Combinations of answers that are gone through to say what a computed value comes to. */
const MOST_COMBINATIONS = 100

/** The conditions of a form as schemas; those upon which others are built are named in `$defs`. */
export function conditionSchemas(definition: FormDefinition, context: FormContext) {
  const places = new Map<string, { field: Field; page: FormPage }>()
  for (const page of definition.pages) for (const field of page.fields) places.set(field.key, { field, page })
  const shown = new Map<string, Certainty>()
  const $defs: Record<string, JsonSchema> = {}

  const named = (name: string, known: Known): Known => {
    if (typeof known === 'boolean') return known
    $defs[name] = known
    return { $ref: `#/$defs/${name}` }
  }

  /** Whether a field is shown. Named, because conditions upon conditions would repeat it. */
  const isShown = (key: string): Certainty => {
    const kept = shown.get(key)
    if (kept) return kept
    const place = places.get(key)
    if (!place) return certain(false)
    const known = all([schemaOf(place.page.when), schemaOf(place.field.when)])
    const surely = named(`shown.${key}`, known.surely)
    const possibly = isCertain(known) ? surely : named(`maybe.${key}`, known.possibly)
    shown.set(key, { surely, possibly })
    return { surely, possibly }
  }

  const schemaOf = (condition: Condition | undefined): Certainty => {
    if (!condition) return certain(true)
    if ('all' in condition) return all(condition.all.map(schemaOf))
    if ('any' in condition) return not(all(condition.any.map((part) => not(schemaOf(part)))))
    if ('not' in condition) return not(schemaOf(condition.not))
    if (!('field' in condition)) return certain(holds(condition, {}, context.facts))
    const field = places.get(condition.field)?.field
    if (field?.type === 'computed') return goneThrough(condition)
    if (field === undefined || field.type === 'note') return certain(condition.is === 'empty')
    if (condition.is === 'empty') return not(all([isShown(field.key), certain({ required: [field.key] })]))
    const test = { required: [field.key], properties: { [field.key]: testOf(condition) } }
    return all([isShown(field.key), certain(test)])
  }

  /** A condition upon a computed value: every combination of the answers that it is made of, as the server would reckon it. */
  const goneThrough = (condition: Extract<Condition, { field: string }>): Certainty => {
    const combinations = combinationsOf(ingredientsOf(condition.field, places))
    if (!combinations) return { surely: false, possibly: true }
    const [held, failed]: [JsonSchema[], JsonSchema[]] = [[], []]
    for (const { answers, schema } of combinations) {
      const { values } = fillForm(definition, answers, context)
      ;(holds(condition, values, context.facts) ? held : failed).push(schema)
    }
    // An answer that is none of those that may be given is left to the server.
    return { surely: held.length > 0 && { anyOf: held }, possibly: failed.length === 0 || { not: { anyOf: failed } } }
  }

  return { isShown, schemaOf, $defs }
}

/** Everything that a field comes from that people answer: what its formula and its conditions look at, and so on upwards. */
function ingredientsOf(key: string, places: ReadonlyMap<string, { field: Field; page: FormPage }>): Field[] {
  const found = new Map<string, Field>()
  const visit = (name: string) => {
    const place = places.get(name.split('.')[0] as string)
    if (!place || found.has(place.field.key)) return
    const { field, page } = place
    found.set(field.key, field)
    for (const above of [...fieldsIn(page.when), ...fieldsIn(field.when)]) visit(above)
    if (field.type !== 'computed') return
    const parsed = parseExpression(field.expression)
    for (const above of 'tree' in parsed ? namesIn(parsed.tree) : []) visit(above)
  }
  visit(key)
  return [...found.values()].filter(({ type }) => type !== 'computed' && type !== 'note')
}

interface Combination {
  answers: Record<string, string | number | boolean>
  schema: JsonSchema
}

/** Every combination of answers to these fields, no answer among them; null when there are too many. */
function combinationsOf(fields: readonly Field[]): Combination[] | null {
  let all: Combination['answers'][] = [{}]
  for (const field of fields) {
    const values = valuesOf(field)
    if (!values || all.length * (values.length + 1) > MOST_COMBINATIONS) return null
    all = all.flatMap((answers) => [answers, ...values.map((value) => ({ ...answers, [field.key]: value }))])
  }
  return all.map((answers) => {
    const missing = fields.flatMap(({ key }) => (Object.hasOwn(answers, key) ? [] : [{ required: [key] }]))
    return {
      answers,
      schema: {
        required: Object.keys(answers),
        properties: Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, { const: value }])),
        ...(missing.length > 0 ? { not: { anyOf: missing } } : {}),
      },
    }
  })
}

/** All answers that a field takes, when they can be counted. */
function valuesOf(field: Field): (string | number | boolean)[] | null {
  if (field.type === 'yesNo') return [true, false]
  if (field.type === 'choice' && !field.many) return field.options.map(({ value }) => value)
  if (field.type !== 'number') return null
  const { min, max, step } = field
  // Of fractions it is not certain which are the same.
  if (min === undefined || max === undefined || step === undefined || !Number.isInteger(step)) return null
  const first = Math.ceil(min / step) * step
  const count = Math.floor((max - first) / step) + 1
  return count > MOST_COMBINATIONS ? null : Array.from({ length: Math.max(0, count) }, (_, n) => first + n * step)
}

function certain(known: Known): Certainty {
  return { surely: known, possibly: known }
}

/** Whether a schema can say exactly where something holds. */
export function isCertain({ surely, possibly }: Certainty): boolean {
  return surely === possibly
}

/** Where all of these hold. */
export function all(parts: readonly Certainty[]): Certainty {
  const surely = allOf(parts.map((part) => part.surely))
  return { surely, possibly: parts.every(isCertain) ? surely : allOf(parts.map((part) => part.possibly)) }
}

function allOf(parts: readonly Known[]): Known {
  if (parts.includes(false)) return false
  const open = parts.filter((part) => typeof part === 'object')
  return open.length === 0 ? true : open.length === 1 ? (open[0] as JsonSchema) : { allOf: open }
}

function not(known: Certainty): Certainty {
  const surely = opposite(known.possibly)
  return { surely, possibly: isCertain(known) ? surely : opposite(known.surely) }
}

function opposite(known: Known): Known {
  return typeof known === 'boolean' ? !known : { not: known }
}

function testOf(condition: Extract<Condition, { field: string }>): JsonSchema {
  switch (condition.is) {
    case 'equals':
      return { const: condition.value }
    case 'oneOf':
      return { enum: condition.value }
    case 'includes':
      return { type: 'array', contains: { const: condition.value } }
    case 'atLeast':
    case 'atMost': {
      const side = condition.is === 'atLeast' ? 'inimum' : 'aximum'
      if (typeof condition.value === 'number') return { type: 'number', [`m${side}`]: condition.value }
      if (typeof condition.value !== 'string') return NEVER
      return { type: 'string', format: 'date', [`formatM${side}`]: condition.value }
    }
    default:
      return {}
  }
}
