import type { TextKey } from '../text.ts'
import { type Column, type Condition, type Field, type FieldOf, type FormDefinition, fieldsOf } from './definition.ts'
import { namesIn, parseExpression, RESERVED } from './parse-expression.ts'

/** Something that keeps a form from working: where, and what. */
export interface FormProblem {
  page: string
  /** Key of the field; null: the page itself. */
  field: string | null
  key: TextKey
  values?: Record<string, string | number>
}

/**
 * What keeps a form from being published. A form under construction may have problems: a field was moved above one that its condition
 * looks at, say. Without problems it can be worked out from top to bottom, and its JSON Schema says what `checkAnswers` does.
 */
export function checkDefinition(definition: FormDefinition): FormProblem[] {
  const problems: FormProblem[] = []
  const above = new Map<string, Field>()
  const everywhere = new Set(fieldsOf(definition).map((field) => field.key))
  const pages = new Set<string>()
  for (const page of definition.pages) {
    const atPage = (key: TextKey, values?: FormProblem['values']) =>
      problems.push({ page: page.id, field: null, key, ...(values ? { values } : {}) })
    if (pages.has(page.id)) atPage('form.problem.pageTwice')
    pages.add(page.id)
    if (page.fields.length === 0) atPage('form.problem.emptyPage')
    for (const problem of conditionProblems(page.when, above, everywhere)) atPage(...problem)
    for (const field of page.fields) {
      const atField = (key: TextKey, values?: FormProblem['values']) =>
        problems.push({ page: page.id, field: field.key, key, ...(values ? { values } : {}) })
      if (above.has(field.key)) atField('form.problem.keyTwice', { key: field.key })
      if (RESERVED.includes(field.key)) atField('form.problem.keyReserved', { key: field.key })
      for (const problem of conditionProblems(field.when, above, everywhere)) atField(...problem)
      if ('requiredWhen' in field)
        for (const problem of conditionProblems(field.requiredWhen, above, everywhere)) atField(...problem)
      for (const problem of fieldProblems(field, above)) atField(...problem)
      above.set(field.key, field)
    }
  }
  return problems
}

type Problem = [key: TextKey, values?: Record<string, string | number>]

/**
 * What keeps a condition from being decided: a field that is not there, or one that cannot be compared so.
 * @param above fields that it may look at
 * @param everywhere keys of those that are there but stand further down
 */
export function conditionProblems(
  condition: Condition | undefined,
  above: ReadonlyMap<string, Field>,
  everywhere: ReadonlySet<string> = new Set(),
): Problem[] {
  if (!condition) return []
  if ('all' in condition) return condition.all.flatMap((part) => conditionProblems(part, above, everywhere))
  if ('any' in condition) return condition.any.flatMap((part) => conditionProblems(part, above, everywhere))
  if ('not' in condition) return conditionProblems(condition.not, above, everywhere)
  if (!('field' in condition)) return []
  const field = above.get(condition.field)
  if (!field)
    return [[everywhere.has(condition.field) ? 'form.problem.below' : 'form.problem.unknown', { key: condition.field }]]
  return fits(condition, field) ? [] : [['form.problem.comparison', { key: condition.field }]]
}

/** Whether such an answer can be compared so. */
function fits(condition: Extract<Condition, { field: string }>, field: Field): boolean {
  if (field.type === 'note') return false
  if (!('value' in condition)) return true
  if (field.type === 'computed') return condition.is === 'equals' || condition.is.startsWith('at')
  const isMany = field.type === 'choice' && field.many
  switch (condition.is) {
    case 'includes':
      return isMany && isOption(field, condition.value)
    case 'oneOf':
      return field.type === 'choice' && !isMany && condition.value.every((value) => isOption(field, value))
    case 'atLeast':
    case 'atMost':
      return (
        (field.type === 'number' && typeof condition.value === 'number') ||
        (field.type === 'date' && typeof condition.value === 'string' && /^\d{4}-\d\d-\d\d$/.test(condition.value))
      )
    default:
      if (field.type === 'choice') return !isMany && isOption(field, condition.value)
      if (field.type === 'yesNo') return typeof condition.value === 'boolean'
      if (field.type === 'number') return typeof condition.value === 'number'
      return (
        ['text', 'longText', 'date', 'person', 'asset', 'account'].includes(field.type) &&
        typeof condition.value === 'string'
      )
  }
}

function isOption(field: FieldOf<'choice'>, value: unknown): boolean {
  return field.options.some((option) => option.value === value)
}

function fieldProblems(field: Field | Column, above: ReadonlyMap<string, Field>): Problem[] {
  switch (field.type) {
    case 'choice': {
      const values = field.options.map((option) => option.value)
      const many: Problem[] = 'min' in field && isTurned(field.min, field.max) ? [['form.problem.range']] : []
      return new Set(values).size === values.length ? many : [...many, ['form.problem.optionTwice']]
    }
    case 'number':
      return isTurned(field.min, field.max) ? [['form.problem.range']] : []
    case 'file':
      return isTurned(field.min, field.max) ? [['form.problem.range']] : []
    case 'date': {
      const { min, max } = field
      const isWrong =
        min &&
        max &&
        (('date' in min && 'date' in max && min.date > max.date) ||
          ('days' in min && 'days' in max && min.days > max.days))
      return isWrong ? [['form.problem.range']] : []
    }
    case 'table': {
      const keys = field.columns.map((column) => column.key)
      return [
        ...(new Set(keys).size === keys.length ? [] : [['form.problem.columnTwice'] as Problem]),
        ...(field.minRows > field.maxRows ? [['form.problem.range'] as Problem] : []),
        ...field.columns.flatMap((column) => fieldProblems(column, above)),
      ]
    }
    case 'computed':
      return expressionProblems(field.expression, above)
    default:
      return []
  }
}

function isTurned(min: number | undefined, max: number | undefined): boolean {
  return min !== undefined && max !== undefined && min > max
}

/** What is wrong with an expression over these fields. */
export function expressionProblems(expression: string, above: ReadonlyMap<string, Field>): Problem[] {
  const parsed = parseExpression(expression)
  if (!('tree' in parsed))
    return [[`form.problem.expression.${parsed.problem}`, { at: parsed.at + 1, about: parsed.about }]]
  return namesIn(parsed.tree).flatMap((name): Problem[] => {
    const [key = '', column] = name.split('.')
    const field = above.get(key)
    if (!field || field.type === 'note') return [['form.problem.unknown', { key: name }]]
    if (column === undefined) return []
    const isColumn = field.type === 'table' && field.columns.some((one) => one.key === column)
    return isColumn ? [] : [['form.problem.unknown', { key: name }]]
  })
}
