import { FACTS } from '../../../../kernel/audience.ts'
import { Condition, type Field } from '../../../../kernel/form/definition.ts'
import type { Fields } from '../../../../ui/page.ts'

/** Where inputs are read from: a form as it was sent, or as it is shown again. */
type Typed = Pick<Fields, 'get' | 'all'>

type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

/** A line of the editor: one comparison, or its opposite. */
export interface Line {
  leaf: Leaf
  not: boolean
}

/** A condition as the editor shows it: lines that must hold together, or of which one must hold. */
export interface Lines {
  match: 'all' | 'any'
  lines: Line[]
}

/** The ways to compare an answer of a type; `not-` turns one round. */
export function waysOf(field: Field): string[] {
  switch (field.type) {
    case 'choice':
      return field.many
        ? ['includes', 'not-includes', 'answered', 'empty']
        : ['oneOf', 'not-oneOf', 'answered', 'empty']
    case 'yesNo':
      return ['yes', 'no', 'answered', 'empty']
    case 'number':
    case 'date':
      return ['atLeast', 'atMost', 'equals', 'not-equals', 'answered', 'empty']
    case 'computed':
      return ['atLeast', 'atMost', 'equals', 'answered', 'empty']
    case 'text':
      return ['equals', 'not-equals', 'answered', 'empty']
    default:
      return ['answered', 'empty']
  }
}

/** The lines of a condition, or null when it is built of deeper levels than the editor has. */
export function linesOf(condition: Condition | undefined): Lines | null {
  if (!condition) return { match: 'all', lines: [] }
  if ('all' in condition || 'any' in condition) {
    const lines = ('all' in condition ? condition.all : condition.any).map(lineOf)
    return lines.includes(null) ? null : { match: 'all' in condition ? 'all' : 'any', lines: lines as Line[] }
  }
  const line = lineOf(condition)
  return line && { match: 'all', lines: [line] }
}

function lineOf(condition: Condition): Line | null {
  if ('not' in condition) {
    const line = lineOf(condition.not)
    return line && !line.not ? { ...line, not: true } : null
  }
  return 'all' in condition || 'any' in condition ? null : { leaf: condition, not: false }
}

/** The way that a line compares in. */
export function wayOf({ leaf, not }: Line): string {
  if (!('is' in leaf)) return ''
  if (leaf.is === 'equals' && typeof leaf.value === 'boolean') return leaf.value === not ? 'no' : 'yes'
  return not && leaf.is !== 'answered' && leaf.is !== 'empty' ? `not-${leaf.is}` : leaf.is
}

/** The condition of such inputs; undefined when there is none. `name`: what their names begin with. */
export function conditionOf(fields: Typed, name: string, above: readonly Field[]): Condition | undefined {
  const deep = fields.get(`${name}.remove`) ? undefined : keptIn(fields.get(`${name}.deep`))
  if (deep) return deep
  const gone = fields.get(`${name}.remove`)
  const parts = fields
    .all(`${name}.line`)
    .filter((line) => line !== gone)
    .flatMap((line) => partOf(fields, `${name}.${line}`, above))
  const added = newPart(fields.get(`${name}.new`), above)
  const all = added ? [...parts, added] : parts
  if (all.length === 0) return undefined
  return fields.get(`${name}.match`) === 'any' ? { any: all } : { all }
}

function partOf(fields: Typed, name: string, above: readonly Field[]): Condition[] {
  const kept = keptIn(fields.get(`${name}.kept`))
  if (kept) return [kept]
  const about = fields.get(`${name}.about`)
  const typed = fields
    .all(`${name}.value`)
    .map((one) => one.trim())
    .filter(Boolean)
  if (about === 'fact:signedIn') return [turned({ signedIn: true }, fields.get(`${name}.is`) === 'not')]
  const fact = FACTS.find((one) => about === `fact:${one}`)
  if (fact) {
    const values = typed
      .flatMap((one) => one.split(','))
      .map((one) => one.trim())
      .filter(Boolean)
    return values.length > 0 ? [turned({ fact, in: values }, fields.get(`${name}.is`) === 'not')] : []
  }
  const field = above.find((one) => one.key === about)
  const way = fields.get(`${name}.is`)
  if (!field) return [{ field: about, is: 'answered' }]
  if (way === 'answered' || way === 'empty') return [{ field: about, is: way }]
  if (way === 'yes' || way === 'no') return [{ field: about, is: 'equals', value: way === 'yes' }]
  const is = way.replace('not-', '')
  const not = way.startsWith('not-')
  if (typed.length === 0) return [{ field: about, is: 'answered' }]
  if (is === 'oneOf') return [turned({ field: about, is, value: typed }, not)]
  if (is !== 'equals' && is !== 'includes' && is !== 'atLeast' && is !== 'atMost')
    return [{ field: about, is: 'answered' }]
  const value =
    field.type === 'number' || (field.type === 'computed' && field.show !== 'date')
      ? asNumber(typed[0] ?? '')
      : (typed[0] ?? '')
  return [turned({ field: about, is, value }, not)]
}

/** The beginning of a comparison with a field that was just chosen. */
function newPart(about: string, above: readonly Field[]): Condition | undefined {
  if (about === 'fact:signedIn') return { signedIn: true }
  const fact = FACTS.find((one) => about === `fact:${one}`)
  if (fact) return { fact, in: ['…'] }
  const field = above.find((one) => one.key === about)
  if (!field) return undefined
  if (field.type === 'yesNo') return { field: about, is: 'equals', value: true }
  const first = field.type === 'choice' ? field.options[0]?.value : undefined
  if (field.type === 'choice' && first)
    return field.many ? { field: about, is: 'includes', value: first } : { field: about, is: 'oneOf', value: [first] }
  return { field: about, is: 'answered' }
}

/** A condition that the editor has shown without inputs of its own; undefined when there is none, or nonsense was sent. */
function keptIn(json: string): Condition | undefined {
  try {
    return json ? Condition.parse(JSON.parse(json)) : undefined
  } catch {
    return undefined
  }
}

function turned(condition: Condition, not: boolean): Condition {
  return not ? { not: condition } : condition
}

function asNumber(text: string): number | string {
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : text
}
