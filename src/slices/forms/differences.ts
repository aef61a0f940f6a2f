import type { Column, Condition, Field, FormDefinition } from '../../kernel/form/definition.ts'
import { inLang } from '../../kernel/form/local-text.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { TextKey, Translate } from '../../kernel/text.ts'

/** What can differ of a field, besides its words; in the order in which it is told. */
const PARTS = [
  'type',
  'required',
  'requiredWhen',
  'when',
  'options',
  'columns',
  'expression',
  'prefill',
  'pattern',
  'format',
  'unit',
  'min',
  'max',
  'step',
  'maxLength',
  'minRows',
  'maxRows',
  'kinds',
  'maxSize',
  'many',
  'mustBeYes',
  'countries',
  'show',
  'currency',
  'decimals',
] as const

/** What changed from one version to another, in words, line by line. */
export function differences(before: FormDefinition, after: FormDefinition, t: Translate, lang: Lang): string[] {
  const lines: string[] = []
  if (isOther(before.title, after.title) || isOther(before.hint, after.hint)) lines.push(t('forms.diff.title'))
  lines.push(...pageLines(before, after, t, lang))
  const [old, now] = [placesOf(before), placesOf(after)]
  for (const [key, { field }] of old)
    if (!now.has(key)) lines.push(t('forms.diff.fieldGone', { field: inLang(field.label, lang) }))
  for (const [key, { field, page }] of now) {
    const was = old.get(key)
    const name = inLang(field.label, lang)
    if (!was) lines.push(t('forms.diff.fieldNew', { field: name }))
    else {
      const parts = partsOf(was.field, field).map((part) => t(`forms.part.${part}` as TextKey))
      if (parts.length > 0) lines.push(t('forms.diff.fieldChanged', { field: name, parts: parts.join(', ') }))
      if (was.page !== page) lines.push(t('forms.diff.fieldPage', { field: name }))
    }
  }
  const kept = (places: typeof old, other: typeof old) => [...places.keys()].filter((key) => other.has(key))
  if (isOther(kept(old, now), kept(now, old))) lines.push(t('forms.diff.order'))
  return lines
}

function pageLines(before: FormDefinition, after: FormDefinition, t: Translate, lang: Lang): string[] {
  const lines: string[] = []
  const old = new Map(before.pages.map((page) => [page.id, page]))
  const now = new Map(after.pages.map((page) => [page.id, page]))
  for (const [id, page] of old)
    if (!now.has(id)) lines.push(t('forms.diff.pageGone', { page: inLang(page.title, lang) }))
  for (const [id, page] of now) {
    const was = old.get(id)
    const name = inLang(page.title, lang)
    if (!was) lines.push(t('forms.diff.pageNew', { page: name }))
    else if (isOther([was.title, was.hint, was.when], [page.title, page.hint, page.when]))
      lines.push(t('forms.diff.pageChanged', { page: name }))
  }
  return lines
}

function placesOf(form: FormDefinition): Map<string, { field: Field; page: string }> {
  return new Map(
    form.pages.flatMap((page) => page.fields.map((field) => [field.key, { field, page: page.id }] as const)),
  )
}

function partsOf(before: Field, after: Field): string[] {
  const [old, now] = [before, after] as unknown as Record<string, unknown>[]
  const words = isOther([old?.['label'], old?.['hint']], [now?.['label'], now?.['hint']]) ? ['words'] : []
  return [...words, ...PARTS.filter((part) => isOther(old?.[part], now?.[part]))]
}

function isOther(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) !== JSON.stringify(sorted(b))
}

/** The database may give the parts of an object in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  )
}

/** A condition in words: `„Was ist los?“ ist „Sie ist dunkel“`. */
export function conditionWords(condition: Condition, fields: readonly Field[], t: Translate, lang: Lang): string {
  const inner = (one: Condition) => conditionWords(one, fields, t, lang)
  if ('all' in condition) return condition.all.map(inner).join(` ${t('forms.when.and')} `)
  if ('any' in condition) return condition.any.map(inner).join(` ${t('forms.when.or')} `)
  if ('not' in condition) return t('forms.when.not', { condition: inner(condition.not) })
  if ('signedIn' in condition) return t('forms.when.signedIn')
  if ('fact' in condition)
    return t('forms.when.fact', { fact: t(`forms.fact.${condition.fact}`), values: condition.in.join(', ') })
  const field = fields.find((one) => one.key === condition.field)
  const name = field ? inLang(field.label, lang) : condition.field
  const value =
    'value' in condition
      ? [condition.value]
          .flat()
          .map((one) => valueWords(one, field, t, lang))
          .join(', ')
      : ''
  return t(`forms.when.${condition.is}`, { field: name, value })
}

function valueWords(
  value: string | number | boolean,
  field: Field | Column | undefined,
  t: Translate,
  lang: Lang,
): string {
  if (typeof value === 'boolean') return t(value ? 'ui.form.yes' : 'ui.form.no')
  const option = field && 'options' in field ? field.options.find((one) => one.value === value) : undefined
  return option ? inLang(option.label, lang) : String(value)
}
