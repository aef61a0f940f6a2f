import type { Field, FieldOf, Option } from '../../../../kernel/form/definition.ts'
import type { LocalText } from '../../../../kernel/form/local-text.ts'
import { LANGS } from '../../../../kernel/lang.ts'
import { keyOf } from '../../../../kernel/slug.ts'
import type { Fields } from '../../../../ui/page.ts'
import { conditionOf } from './condition-fields.ts'

/** A text in the languages in which it was typed; undefined when in none. */
export function textsOf(fields: Fields, name: string): LocalText | undefined {
  const typed = LANGS.map((lang) => [lang, fields.get(`${name}.${lang}`).replace(/\r\n?/g, '\n').trim()] as const)
  const filled = typed.filter(([, text]) => text !== '')
  return filled.length > 0 ? Object.fromEntries(filled) : undefined
}

/** A field as the editor's form says it, for `setField`. What the form does not ask for stays as it was. */
export function editedField(fields: Fields, before: Field, above: readonly Field[]): object {
  const common = {
    key: fields.get('field.key').trim(),
    type: before.type,
    label: textsOf(fields, 'field.label') ?? {},
    hint: textsOf(fields, 'field.hint'),
    when: conditionOf(fields, 'field.when', above),
  }
  if (before.type === 'note') return common
  if (before.type === 'computed') return { ...common, ...ownParts(fields, before) }
  const required = fields.get('field.required')
  const requiredWhen =
    required === 'when' ? (conditionOf(fields, 'field.requiredWhen', above) ?? { all: [] }) : undefined
  return { ...common, required: required === 'yes', requiredWhen, ...ownParts(fields, before) }
}

function ownParts(fields: Fields, before: Field): object {
  const text = (name: string) => fields.get(`field.${name}`).trim() || undefined
  const number = (name: string) => asNumber(text(name))
  switch (before.type) {
    case 'text': {
      const regex = text('pattern.regex')
      const message = textsOf(fields, 'field.pattern.message')
      return {
        format: text('format'),
        maxLength: number('maxLength'),
        prefill: text('prefill'),
        pattern: regex ? { regex, message: message ?? {} } : undefined,
      }
    }
    case 'longText':
      return { maxLength: number('maxLength') }
    case 'choice':
      return {
        many: fields.has('field.many'),
        min: number('min'),
        max: number('max'),
        options: optionsOf(fields, before.options),
      }
    case 'yesNo':
      return { mustBeYes: fields.has('field.mustBeYes') }
    case 'number':
      return { unit: text('unit'), min: number('min'), max: number('max'), step: number('step') }
    case 'date':
      return { min: dayBound(text('min.days'), text('min.date')), max: dayBound(text('max.days'), text('max.date')) }
    case 'file':
      return { kinds: fields.all('field.kinds'), maxSize: number('maxSize'), min: number('min'), max: number('max') }
    case 'address':
      return {
        countries: fields
          .get('field.countries')
          .toUpperCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      }
    case 'table':
      return { minRows: number('minRows'), maxRows: number('maxRows'), columns: columnsOf(fields, before) }
    case 'computed':
      return {
        expression: fields.get('field.expression').trim(),
        show: text('show'),
        unit: text('unit'),
        currency: text('currency')?.toUpperCase(),
        decimals: number('decimals'),
      }
    default:
      return {}
  }
}

/** The options in their order; the last, empty line adds one. Short names that were left out are made from the words. */
function optionsOf(fields: Fields, before: FieldOf<'choice'>['options']): object[] {
  const name = 'field.options'
  const lines = orderOf(fields, name).flatMap((n) => {
    const label = textsOf(fields, `${name}.${n}.label`)
    if (!label) return []
    const value = fields.get(`${name}.${n}.value`).trim() || keyOfText(label)
    const hint = textsOf(fields, `${name}.${n}.hint`) ?? before.find((one) => one.value === value)?.hint
    return [{ value, label, ...(hint ? { hint } : {}) }]
  })
  return lines
}

function columnsOf(fields: Fields, before: FieldOf<'table'>): object[] {
  const name = 'field.columns'
  return orderOf(fields, name).flatMap((n) => {
    const label = textsOf(fields, `${name}.${n}.label`)
    if (!label) return []
    const type = fields.get(`${name}.${n}.type`) || 'text'
    const key = fields.get(`${name}.${n}.key`).trim() || camelOf(keyOfText(label)) || `column${n}`
    const kept = before.columns.find((column) => column.key === key && column.type === type)
    const known = kept && 'options' in kept ? kept.options : []
    const options = type === 'choice' ? { options: linesToOptions(fields, `${name}.${n}.options`, known) } : {}
    return [{ ...kept, key, label, type, required: fields.has(`${name}.${n}.required`), ...options }]
  })
}

/**
 * Options of a column, one a line: the first of every language belong together. One that keeps its words in one language keeps its short name,
 * and with it the answers that were given.
 */
function linesToOptions(fields: Fields, name: string, known: readonly Option[]): object[] {
  const lines = LANGS.map((lang) =>
    fields
      .get(`${name}.${lang}`)
      .split(/\r?\n/)
      .map((line) => line.trim()),
  )
  const most = Math.max(...lines.map((list) => list.length))
  const labels = Array.from(
    { length: most },
    (_, n): LocalText => Object.fromEntries(LANGS.flatMap((lang, k) => (lines[k]?.[n] ? [[lang, lines[k][n]]] : []))),
  ).filter((label) => Object.keys(label).length > 0)
  if (labels.length === 0) return [{ value: 'a', label: { de: 'A', en: 'A', el: 'Α' } }]
  const taken = new Set<string>()
  return labels.map((label) => {
    const before = known.find(
      (one) => !taken.has(one.value) && LANGS.some((lang) => label[lang] && label[lang] === one.label[lang]),
    )
    const value =
      before?.value ??
      freeValue(
        keyOfText(label) || 'option',
        known.map((one) => one.value),
        taken,
      )
    taken.add(value)
    return { ...before, value, label }
  })
}

/** A short name that no other option has or had. */
function freeValue(wanted: string, known: readonly string[], taken: ReadonlySet<string>): string {
  let value = wanted
  for (let n = 2; known.includes(value) || taken.has(value); n++) value = `${wanted}-${n}`
  return value
}

/** Numbers of the lines in the order that buttons up, down and remove leave them in. */
function orderOf(fields: Fields, name: string): string[] {
  const lines = fields.all(`${name}.line`).filter((n) => n !== fields.get(`${name}.remove`))
  for (const [button, by] of [
    ['up', -1],
    ['down', 1],
  ] as const) {
    const at = lines.indexOf(fields.get(`${name}.${button}`))
    const to = at + by
    if (at < 0 || to < 0 || to >= lines.length) continue
    ;[lines[at], lines[to]] = [lines[to] as string, lines[at] as string]
  }
  return lines
}

function dayBound(days: string | undefined, date: string | undefined): object | undefined {
  if (date) return { date }
  return days === undefined ? undefined : { days: asNumber(days) }
}

function asNumber(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : text
}

/** A short name out of words: `Neues Gerät` → `neues-geraet`. */
export function keyOfText(text: LocalText): string {
  return keyOf(text.de ?? text.en ?? text.el ?? '', 40)
}

function camelOf(slug: string): string {
  return slug.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase()).replace(/^\d+/, '')
}
