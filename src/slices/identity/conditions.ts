import { FACTS, type Fact, type Rule } from '../../kernel/audience.ts'

/** One line of the rule editor: "role is (not) one of …", or "is (not) signed in". */
export interface Condition {
  fact: Fact | 'signedIn'
  /** Turns it round: none of the values. */
  not: boolean
  /** Empty for `signedIn`. */
  values: string[]
}

/** A rule as the editor shows it: lines that must hold together, or of which one must hold. */
export interface Conditions {
  match: 'all' | 'any'
  rows: Condition[]
}

/** The facts that a line can be about, in the order in which they are offered. */
export const CONDITION_FACTS = [...FACTS, 'signedIn'] as const

/** The rule that the lines mean. No line and `all`: everybody, signed in or not. Lines without a value are left out. */
export function ruleOf({ match, rows }: Conditions): Rule {
  const parts = rows.filter((row) => row.fact === 'signedIn' || row.values.length > 0).map(partOf)
  return match === 'all' ? { all: parts } : { any: parts }
}

function partOf({ fact, not, values }: Condition): Rule {
  const part: Rule = fact === 'signedIn' ? { signedIn: true } : { fact, in: [...new Set(values)] }
  return not ? { not: part } : part
}

/** The lines of a rule, or null when it is built of deeper levels than the editor has. */
export function conditionsOf(rule: Rule): Conditions | null {
  if ('all' in rule || 'any' in rule) {
    const rows = ('all' in rule ? rule.all : rule.any).map(rowOf)
    return rows.includes(null) ? null : { match: 'all' in rule ? 'all' : 'any', rows: rows as Condition[] }
  }
  const row = rowOf(rule)
  return row && { match: 'all', rows: [row] }
}

function rowOf(rule: Rule): Condition | null {
  if ('not' in rule) {
    const row = rowOf(rule.not)
    return row && !row.not ? { ...row, not: true } : null
  }
  if ('fact' in rule) return { fact: rule.fact, not: false, values: rule.in }
  if ('signedIn' in rule) return { fact: 'signedIn', not: false, values: [] }
  return null
}
