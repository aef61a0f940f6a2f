import type { Lang } from '../lang.ts'
import type { FormContext } from './answers.ts'
import { all, conditionSchemas, isCertain, type JsonSchema } from './condition-schema.ts'
import { type FormDefinition, fieldsOf } from './definition.ts'
import { inLang } from './local-text.ts'
import { valueSchema } from './value-schema.ts'

/** Said of a field for which the schema cannot say everything; for whoever reads it. */
const LEFT_OPEN = 'Whether this is asked for depends on a computed value: where the schema cannot tell, the server does'

/**
 * The JSON Schema of a form's answers, as the person of the context may give them on that day: what the API publishes and accepts. Days
 * between bounds are said with `formatMinimum` and `formatMaximum`.
 *
 * It never refuses what the server takes. It takes what the server refuses in one case only: where a condition looks at a computed value
 * that is made of more than a hundred combinations of answers, or of answers that cannot be counted (texts, days, tables, numbers without
 * bounds). There the field is neither demanded nor looked at, and says so in its `$comment`.
 */
export function formJsonSchema(definition: FormDefinition, context: FormContext & { lang: Lang }): JsonSchema {
  const { lang } = context
  const { isShown, schemaOf, $defs } = conditionSchemas(definition, context)
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
    const shown = isShown(field.key)
    const needed = field.required || (field.requiredWhen && schemaOf(field.requiredWhen))
    const demanded = needed === true ? shown : needed ? all([shown, needed]) : { surely: false, possibly: false }
    const value = { ...titled, ...valueSchema(field, context) }
    if (shown.surely === true) properties[field.key] = value
    else {
      properties[field.key] = titled
      if (shown.surely) rules.push(rule(shown.surely, { properties: { [field.key]: value } }))
    }
    if (demanded.surely === true) required.push(field.key)
    else if (demanded.surely) rules.push(rule(demanded.surely, { required: [field.key] }))
    if (!isCertain(shown) || !isCertain(demanded))
      Object.assign(properties[field.key] as object, { $comment: LEFT_OPEN })
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
