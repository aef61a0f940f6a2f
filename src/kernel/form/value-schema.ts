import type { Lang } from '../lang.ts'
import type { FormContext } from './answers.ts'
import type { JsonSchema } from './condition-schema.ts'
import type { Column, Field } from './definition.ts'
import { inLang } from './local-text.ts'
import { dayOf, FORMATS, NOT_BLANK, postalCodePattern } from './value-rules.ts'

const UUID = { type: 'string', format: 'uuid' }

/** What a field's answer looks like. */
export function valueSchema(
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
