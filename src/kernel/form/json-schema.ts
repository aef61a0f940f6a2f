import type { Lang } from '../lang.ts'
import type { FormContext } from './answers.ts'
import { holds } from './condition.ts'
import { type Column, type Condition, type Field, type FormDefinition, type FormPage, fieldsOf } from './definition.ts'
import { inLang } from './local-text.ts'
import { dayOf, FORMATS, NOT_BLANK, postalCodePattern } from './value-rules.ts'

/** A JSON Schema (2020-12). */
export type JsonSchema = Record<string, unknown>

/** A condition as a schema; `null`: it looks at a computed value, of which JSON Schema knows nothing. */
type Known = JsonSchema | boolean | null

const UUID = { type: 'string', format: 'uuid' }
const NEVER = { not: {} }

/**
 * The JSON Schema of a form's answers, as the person of the context may give them on that day: what the API publishes and accepts. Days
 * between bounds are said with `formatMinimum` and `formatMaximum`. Fields whose condition looks at a computed value are left open.
 */
export function formJsonSchema(definition: FormDefinition, context: FormContext & { lang: Lang }): JsonSchema {
  const { lang } = context
  const places = new Map<string, { field: Field; page: FormPage }>()
  for (const page of definition.pages) for (const field of page.fields) places.set(field.key, { field, page })
  const shown = new Map<string, Known>()
  const $defs: Record<string, JsonSchema> = {}

  /** Whether a field is shown. Named in `$defs`, because conditions upon conditions would repeat it. */
  const isShown = (key: string): Known => {
    const kept = shown.get(key)
    if (kept !== undefined) return kept
    const place = places.get(key)
    if (!place) return false
    let known = all([schemaOf(place.page.when), schemaOf(place.field.when)])
    if (typeof known === 'object' && known !== null) {
      $defs[`shown.${key}`] = known
      known = { $ref: `#/$defs/shown.${key}` }
    }
    shown.set(key, known)
    return known
  }

  const schemaOf = (condition: Condition | undefined): Known => {
    if (!condition) return true
    if ('all' in condition) return all(condition.all.map(schemaOf))
    if ('any' in condition) return not(all(condition.any.map((part) => not(schemaOf(part)))))
    if ('not' in condition) return not(schemaOf(condition.not))
    if (!('field' in condition)) return holds(condition, {}, context.facts)
    const field = places.get(condition.field)?.field
    if (field?.type === 'computed') return null
    if (field === undefined || field.type === 'note') return condition.is === 'empty'
    if (condition.is === 'empty') return not(all([isShown(field.key), { required: [field.key] }]))
    return all([isShown(field.key), { required: [field.key], properties: { [field.key]: testOf(condition) } }])
  }

  const properties: Record<string, JsonSchema> = {}
  const required: string[] = []
  const rules: JsonSchema[] = []
  for (const field of fieldsOf(definition)) {
    if (field.type === 'note') continue
    const titled = {
      title: inLang(field.label, lang),
      ...(field.hint ? { description: inLang(field.hint, lang) } : {}),
    }
    if (field.type === 'computed') {
      properties[field.key] = { ...titled, readOnly: true }
      continue
    }
    const known = isShown(field.key)
    const value = { ...titled, ...valueSchema(field, context) }
    const needed = field.required ? true : field.requiredWhen ? schemaOf(field.requiredWhen) : false
    properties[field.key] = known === true ? value : titled
    if (known === true && needed === true) required.push(field.key)
    else {
      if (typeof known === 'object' && known !== null) rules.push(rule(known, { properties: { [field.key]: value } }))
      const both = all([known, needed])
      if (typeof both === 'object' && both !== null) rules.push(rule(both, { required: [field.key] }))
    }
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: inLang(definition.title, lang),
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
    ...(rules.length > 0 ? { allOf: rules } : {}),
    ...(Object.keys($defs).length > 0 ? { $defs } : {}),
  }
}

/** `then` said as a list of entries: an object with a property `then` looks like a promise. */
function rule(condition: JsonSchema, consequence: JsonSchema): JsonSchema {
  return Object.fromEntries([
    ['if', condition],
    ['then', consequence],
  ])
}

function all(parts: readonly Known[]): Known {
  if (parts.includes(false)) return false
  if (parts.includes(null)) return null
  const open = parts.filter((part): part is JsonSchema => typeof part === 'object' && part !== null)
  return open.length === 0 ? true : open.length === 1 ? (open[0] as JsonSchema) : { allOf: open }
}

function not(known: Known): Known {
  return known === null || typeof known === 'boolean' ? (known === null ? null : !known) : { not: known }
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

/** What a field's answer looks like. */
function valueSchema(
  field: Exclude<Field, { type: 'computed' | 'note' }> | Column,
  context: FormContext & { lang: Lang },
): JsonSchema {
  switch (field.type) {
    case 'text': {
      const patterns = [
        NOT_BLANK,
        ...(field.format === 'plain' ? [] : [FORMATS[field.format]]),
        ...(field.pattern ? [`^(?:${field.pattern.regex})$`] : []),
      ]
      return { type: 'string', maxLength: field.maxLength, allOf: patterns.map((pattern) => ({ pattern })) }
    }
    case 'longText':
      return { type: 'string', maxLength: field.maxLength, pattern: NOT_BLANK }
    case 'choice': {
      const one = {
        oneOf: field.options.map(({ value, label }) => ({ const: value, title: inLang(label, context.lang) })),
      }
      if (!('many' in field && field.many)) return { type: 'string', ...one }
      return { ...setOf(one, Math.max(1, field.min ?? 0)), ...(field.max === undefined ? {} : { maxItems: field.max }) }
    }
    case 'yesNo':
      return 'mustBeYes' in field && field.mustBeYes ? { const: true } : { type: 'boolean' }
    case 'number':
      return {
        type: 'number',
        ...(field.min === undefined ? {} : { minimum: field.min }),
        ...(field.max === undefined ? {} : { maximum: field.max }),
        ...(field.step === undefined ? {} : { multipleOf: field.step }),
      }
    case 'date':
      return {
        type: 'string',
        format: 'date',
        ...(field.min ? { formatMinimum: dayOf(field.min, context.today) } : {}),
        ...(field.max ? { formatMaximum: dayOf(field.max, context.today) } : {}),
      }
    case 'file':
      return { ...setOf(UUID, Math.max(1, field.min)), maxItems: field.max }
    case 'person':
      return UUID
    case 'asset':
    case 'account':
      return { type: 'string', maxLength: 200, pattern: NOT_BLANK }
    case 'address': {
      const line = { type: 'string', maxLength: 100, pattern: NOT_BLANK }
      return {
        type: 'object',
        properties: {
          street: line,
          number: line,
          postalCode: { type: 'string' },
          town: line,
          country: { type: 'string' },
        },
        required: ['street', 'postalCode', 'town', 'country'],
        additionalProperties: false,
        anyOf: field.countries.map((country) => ({
          properties: { country: { const: country }, postalCode: { pattern: postalCodePattern(country) } },
        })),
      }
    }
    case 'table': {
      const needed = field.columns.filter((column) => column.required).map((column) => column.key)
      return {
        type: 'array',
        minItems: Math.max(1, field.minRows),
        maxItems: field.maxRows,
        items: {
          type: 'object',
          properties: Object.fromEntries(
            field.columns.map((column) => [
              column.key,
              { title: inLang(column.label, context.lang), ...valueSchema(column, context) },
            ]),
          ),
          ...(needed.length > 0 ? { required: needed } : {}),
          additionalProperties: false,
        },
      }
    }
  }
}

function setOf(items: JsonSchema, minItems: number): JsonSchema {
  return { type: 'array', items, minItems, uniqueItems: true }
}
