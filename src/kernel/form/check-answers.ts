import type { Lang } from '../lang.ts'
import type { Issue } from '../refusal.ts'
import { cleanLine, cleanText } from '../schema.ts'
import type { TextKey } from '../text.ts'
import { type Answer, type Answers, type FormContext, fillForm, own, type Row } from './answers.ts'
import { holds } from './condition.ts'
import type { Column, Field, FieldOf, FormDefinition } from './definition.ts'
import { fieldsOf } from './definition.ts'
import { inLang } from './local-text.ts'
import { patternOf } from './pattern.ts'
import { dayOf, FORMATS, isDay, isOnStep, NOT_BLANK, postalCodePattern } from './value-rules.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const SEEN = new RegExp(NOT_BLANK, 'u')

/** Answers that may be kept, and what is wrong with the others. */
export interface CheckedAnswers {
  /** Of visible fields only, cleaned, with computed values. Complete when there are no issues. */
  answers: Answers
  /** Paths begin with `answers`, as the inputs of the form are named. */
  issues: Issue[]
}

interface Checking extends FormContext {
  /** Language of a pattern's own message. */
  lang: Lang
  /** Looks at these pages only: while a form of several pages is being filled in. */
  pages?: readonly string[]
}

/**
 * Checks answers against a form. What a condition hides is never required and never kept; computed values are worked out here, whatever
 * came in. Accepts what {@link formJsonSchema} of the same form and day accepts, save for what that leaves open. Whether files and people
 * exist is for the caller to say.
 */
export function checkAnswers(definition: FormDefinition, input: unknown, context: Checking): CheckedAnswers {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { answers: {}, issues: [{ path: ['answers'], key: 'refusal.form' }] }
  const given = input as Answers
  const { visible, values, pages } = fillForm(definition, given, context)
  const looked = pages.filter((page) => !context.pages || context.pages.includes(page.id))
  const inPages = new Set(looked.flatMap((page) => page.fields))
  const issues: Issue[] = []
  const answers: Answers = {}
  for (const field of visible) {
    const value = own(values, field.key)
    if (field.type === 'note') continue
    if (field.type === 'computed') {
      if (value !== undefined) answers[field.key] = value
    } else if (!inPages.has(field)) {
      if (value !== undefined) answers[field.key] = value
    } else if (value === undefined) {
      if (isRequired(field, values, context)) issues.push({ path: ['answers', field.key], key: requiredKey(field) })
    } else {
      const found: Issue[] = []
      const clean = checkValue(field, value, context, (issue) => found.push(issue))
      issues.push(...found.map((issue) => ({ ...issue, path: ['answers', field.key, ...issue.path] })))
      if (found.length === 0 && clean !== undefined) answers[field.key] = clean
    }
  }
  if (!context.pages) issues.push(...unknownFields(definition, given))
  return { answers, issues }
}

function unknownFields(definition: FormDefinition, given: object): Issue[] {
  const known = new Set(fieldsOf(definition).flatMap(({ key, type }) => (type === 'note' ? [] : [key])))
  const unknown = Object.keys(given).filter((key) => !known.has(key))
  if (unknown.length === 0) return []
  return [{ path: ['answers'], key: 'refusal.unknownFields', values: { fields: unknown.slice(0, 5).join(', ') } }]
}

function isRequired(field: Exclude<Field, { type: 'computed' | 'note' }>, values: Answers, { facts }: FormContext) {
  return field.required || (field.requiredWhen !== undefined && holds(field.requiredWhen, values, facts))
}

function requiredKey({ type }: Field): TextKey {
  if (type === 'choice' || type === 'yesNo' || type === 'person') return 'form.chooseOne'
  return type === 'file' ? 'form.fileMissing' : 'refusal.required'
}

type Report = (issue: Issue) => void
type Asked = Exclude<Field, { type: 'computed' | 'note' }>

/** The cleaned value; reports what is wrong with it, with paths below the field. */
function checkValue(field: Asked | Column, value: unknown, context: Checking, report: Report): Answer | undefined {
  const wrong = (key: TextKey, values?: Record<string, string | number>, path: (string | number)[] = []) => {
    report({ path, key, ...(values ? { values } : {}) })
    return undefined
  }
  switch (field.type) {
    case 'text':
      return checkText(field, value, context, wrong)
    case 'longText':
      if (typeof value !== 'string' || !SEEN.test(value)) return wrong('refusal.required')
      return lengthOf(value) > field.maxLength
        ? wrong('refusal.tooLong', { maximum: field.maxLength })
        : cleanText(value)
    case 'choice': {
      const known = new Set(field.options.map((option) => option.value))
      if (!('many' in field && field.many))
        return typeof value === 'string' && known.has(value) ? value : wrong('refusal.choice')
      if (!isSetOf(value, (one) => known.has(one))) return wrong('refusal.choice')
      const least = Math.max(1, field.min ?? 0)
      if (value.length < least) return wrong('form.atLeastSo', { minimum: least })
      return field.max !== undefined && value.length > field.max
        ? wrong('form.atMostSo', { maximum: field.max })
        : value
    }
    case 'yesNo':
      if (typeof value !== 'boolean') return wrong('form.chooseOne')
      return 'mustBeYes' in field && field.mustBeYes && !value ? wrong('form.mustBeYes') : value
    case 'number':
      return checkNumber(field, value, wrong)
    case 'date':
      return checkDay(field, value, context, wrong)
    case 'file':
      if (!isSetOf(value, (one) => UUID.test(one)) || value.length === 0) return wrong('form.fileMissing')
      if (value.length < field.min) return wrong('form.filesAtLeast', { minimum: field.min })
      return value.length > field.max ? wrong('form.filesAtMost', { maximum: field.max }) : value
    case 'person':
      return typeof value === 'string' && UUID.test(value) ? value : wrong('form.chooseOne')
    case 'asset':
    case 'account':
      if (typeof value !== 'string' || !SEEN.test(value)) return wrong('refusal.required')
      return lengthOf(value) > 200 ? wrong('refusal.tooLong', { maximum: 200 }) : cleanLine(value)
    case 'address':
      return checkAddress(field, value, wrong)
    case 'table':
      return checkTable(field, value, context, report, wrong)
  }
}

type Wrong = (key: TextKey, values?: Record<string, string | number>, path?: (string | number)[]) => undefined

function checkText(
  field: FieldOf<'text'> | Extract<Column, { type: 'text' }>,
  value: unknown,
  { lang }: Checking,
  wrong: Wrong,
) {
  if (typeof value !== 'string' || !SEEN.test(value)) return wrong('refusal.required')
  if (lengthOf(value) > field.maxLength) return wrong('refusal.tooLong', { maximum: field.maxLength })
  if (field.format !== 'plain' && !new RegExp(FORMATS[field.format], 'u').test(value))
    return wrong(field.format === 'phone' ? 'form.phone' : `refusal.${field.format}`)
  if (field.pattern && !patternOf(field.pattern.regex).test(value))
    return wrong('form.own', { text: inLang(field.pattern.message, lang) })
  return cleanLine(value)
}

function checkNumber(field: Pick<FieldOf<'number'>, 'min' | 'max' | 'step'>, value: unknown, wrong: Wrong) {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('refusal.number')
  if (field.min !== undefined && value < field.min) return wrong('refusal.tooSmall', { minimum: field.min })
  if (field.max !== undefined && value > field.max) return wrong('refusal.tooLarge', { maximum: field.max })
  return field.step !== undefined && !isOnStep(value, field.step) ? wrong('form.step', { step: field.step }) : value
}

function checkDay(
  field: Pick<FieldOf<'date'>, 'min' | 'max'>,
  value: unknown,
  { today, lang }: Checking,
  wrong: Wrong,
) {
  if (typeof value !== 'string' || !isDay(value)) return wrong('refusal.date')
  const min = field.min && dayOf(field.min, today)
  const max = field.max && dayOf(field.max, today)
  if (min && value < min) return wrong('form.notBefore', { day: spokenDay(min, lang) })
  return max && value > max ? wrong('form.notAfter', { day: spokenDay(max, lang) }) : value
}

function spokenDay(day: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

const ADDRESS_PARTS = ['street', 'number', 'postalCode', 'town', 'country'] as const

function checkAddress(field: FieldOf<'address'>, value: unknown, wrong: Wrong) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('refusal.required')
  const given = value as Record<string, unknown>
  if (Object.keys(given).some((key) => !(ADDRESS_PARTS as readonly string[]).includes(key)))
    return wrong('refusal.form')
  let isWrong = false
  const at = (part: string, key: TextKey) => {
    isWrong = true
    wrong(key, undefined, [part])
  }
  for (const part of ['street', 'number', 'town'] as const) {
    const text = given[part]
    if (text === undefined && part === 'number') continue
    if (typeof text !== 'string' || !SEEN.test(text)) at(part, 'refusal.required')
    else if (lengthOf(text) > 100) at(part, 'refusal.form')
  }
  const { country, postalCode } = given
  if (typeof country !== 'string' || !field.countries.includes(country)) at('country', 'refusal.choice')
  if (typeof postalCode !== 'string' || postalCode === '') at('postalCode', 'refusal.required')
  else if (!new RegExp(postalCodePattern(String(country)), 'u').test(postalCode)) at('postalCode', 'form.postalCode')
  if (isWrong) return undefined
  const clean = (part: 'street' | 'town' | 'number') => cleanLine(given[part] as string)
  return {
    street: clean('street'),
    ...(given['number'] === undefined ? {} : { number: clean('number') }),
    postalCode: postalCode as string,
    town: clean('town'),
    country: country as string,
  }
}

function checkTable(field: FieldOf<'table'>, value: unknown, context: Checking, report: Report, wrong: Wrong) {
  if (!Array.isArray(value)) return wrong('refusal.required')
  const least = Math.max(1, field.minRows)
  if (value.length < least) return wrong('form.rowsAtLeast', { minimum: least })
  if (value.length > field.maxRows) return wrong('form.rowsAtMost', { maximum: field.maxRows })
  return value.map((row: unknown, index) =>
    checkRow(field, row, context, (issue) => report({ ...issue, path: [index, ...issue.path] })),
  )
}

function checkRow(field: FieldOf<'table'>, row: unknown, context: Checking, report: Report): Row {
  const clean: Row = {}
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    report({ path: [], key: 'refusal.form' })
    return clean
  }
  const given = row as Record<string, unknown>
  if (Object.keys(given).some((key) => !field.columns.some((column) => column.key === key)))
    report({ path: [], key: 'refusal.form' })
  for (const column of field.columns) {
    const value = own(given, column.key)
    if (value === undefined) {
      if (column.required) report({ path: [column.key], key: requiredKey(column as Field) })
      continue
    }
    const checked = checkValue(column, value, context, (issue) =>
      report({ ...issue, path: [column.key, ...issue.path] }),
    )
    if (checked !== undefined) clean[column.key] = checked as string | number | boolean
  }
  return clean
}

/** A list of texts without repetition. */
function isSetOf(value: unknown, fits: (one: string) => boolean): value is string[] {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'string' && fits(one)) &&
    new Set(value).size === value.length
  )
}

/** In characters, as JSON Schema counts them. */
function lengthOf(text: string): number {
  return [...text].length
}
