import type { Lang } from '../lang.ts'
import type { Answer } from './answers.ts'
import type { Column, Field } from './definition.ts'
import { inLang } from './local-text.ts'

/** What answers are said with. */
export interface Sayings {
  lang: Lang
  yes: string
  no: string
}

/** An answer as people read it, on one line; of files, people, assets and accounts the value itself. Tables have more than a line. */
export function sayAnswer(field: Field | Column, value: Answer, sayings: Sayings): string {
  const { lang } = sayings
  switch (field.type) {
    case 'choice':
      return [value]
        .flat()
        .map((one) => optionLabel(field.options, String(one), lang))
        .join(', ')
    case 'yesNo':
      return value === true ? sayings.yes : sayings.no
    case 'number':
      return withUnit(typeof value === 'number' ? numberIn(lang, 10).format(value) : String(value), field.unit)
    case 'date':
      return sayDay(String(value), lang)
    case 'address':
      return typeof value === 'object' && 'street' in value ? sayAddress(value) : ''
    case 'computed':
      return sayComputed(field, value, sayings)
    default:
      return Array.isArray(value) ? '' : String(value)
  }
}

/** What a computed field comes to, as it is to be shown. */
export function sayComputed(field: Extract<Field, { type: 'computed' }>, value: Answer, sayings: Sayings): string {
  if (typeof value === 'boolean') return value ? sayings.yes : sayings.no
  if (typeof value === 'number' && field.show === 'money')
    return new Intl.NumberFormat(localeOf(sayings.lang), { style: 'currency', currency: field.currency }).format(value)
  if (typeof value === 'number') return withUnit(numberIn(sayings.lang, field.decimals).format(value), field.unit)
  return field.show === 'date' ? sayDay(String(value), sayings.lang) : String(value)
}

export function sayAddress({ street, number, postalCode, town, country }: Extract<Answer, { street: string }>): string {
  return `${[street, number].filter(Boolean).join(' ')}, ${postalCode} ${town}, ${country}`
}

function optionLabel(options: readonly { value: string; label: object }[], value: string, lang: Lang): string {
  const option = options.find((one) => one.value === value)
  return option ? inLang(option.label, lang) : value
}

function sayDay(day: string, lang: Lang): string {
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return day
  return new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}

function withUnit(text: string, unit: string | undefined): string {
  return unit ? `${text} ${unit}` : text
}

function numberIn(lang: Lang, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(localeOf(lang), { maximumFractionDigits: digits })
}

function localeOf(lang: Lang): string {
  return lang === 'en' ? 'en-GB' : lang
}
