import type { Answers } from './answers.ts'
import { type Node, parseExpression } from './parse-expression.ts'

/** Texts that are joined come to nothing when they grow longer: each computed field could double the one before. Characters. */
const LONGEST_TEXT = 20_000

/** What an expression comes to; null: something that it needs is missing. Days are texts, `2026-11-24`. */
export type Computed = number | string | boolean | null

const parsed = new Map<string, Node | null>()

/**
 * Works out an expression over answers. Nothing is ever run as code: the tree is walked. What is missing makes the result missing, except
 * where `if`, `default`, `count` and the sums say otherwise; so does dividing by nothing.
 */
export function evaluate(expression: string, answers: Answers, today: string): Computed {
  let tree = parsed.get(expression)
  if (tree === undefined) {
    const result = parseExpression(expression)
    tree = 'tree' in result ? result.tree : null
    if (parsed.size > 1000) parsed.clear()
    parsed.set(expression, tree)
  }
  const value = tree === null ? null : work(tree, answers, today)
  return typeof value === 'number' && !Number.isFinite(value) ? null : value
}

function work(node: Node, answers: Answers, today: string): Computed {
  const inner = (one: Node) => work(one, answers, today)
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'field': {
      const answer = Object.hasOwn(answers, node.field) ? answers[node.field] : undefined
      return typeof answer === 'object' || answer === undefined ? null : answer
    }
    case 'column':
      return null
    case 'negative':
      return numeric([inner(node.of)], ([value]) => -(value as number))
    case 'not': {
      const value = inner(node.of)
      return typeof value === 'boolean' ? !value : null
    }
    case 'binary':
      return binary(node.sign, inner(node.left), () => inner(node.right))
    case 'call':
      return call(node.name, node.args, answers, today, inner)
  }
}

function binary(sign: string, left: Computed, rightOf: () => Computed): Computed {
  if (sign === 'and' || sign === 'or') {
    if (typeof left !== 'boolean') return null
    if (left === (sign === 'or')) return left
    const right = rightOf()
    return typeof right === 'boolean' ? right : null
  }
  const right = rightOf()
  if (left === null || right === null) return null
  if (sign === '=' || sign === '!=') return (left === right) === (sign === '=')
  if (['<', '<=', '>', '>='].includes(sign)) return compare(sign, left, right)
  if (sign === '&') return joined(String(left), String(right))
  return numeric([left, right], ([a = 0, b = 0]) => {
    if (sign === '+') return a + b
    if (sign === '-') return a - b
    if (sign === '*') return a * b
    return b === 0 ? null : a / b
  })
}

function joined(left: string, right: string): string | null {
  return left.length + right.length > LONGEST_TEXT ? null : left + right
}

function compare(sign: string, left: Computed, right: Computed): Computed {
  if (typeof left !== typeof right || typeof left === 'boolean') return null
  const order = (left as number) < (right as number) ? -1 : left === right ? 0 : 1
  if (sign === '<') return order < 0
  if (sign === '<=') return order <= 0
  return sign === '>' ? order > 0 : order >= 0
}

function call(name: string, args: Node[], answers: Answers, today: string, inner: (node: Node) => Computed): Computed {
  const [first, second, third] = args as [Node, Node, Node]
  switch (name) {
    case 'if': {
      const condition = inner(first)
      return typeof condition === 'boolean' ? inner(condition ? second : third) : null
    }
    case 'default':
      return inner(first) ?? inner(second)
    case 'today':
      return today
    case 'days': {
      const [from, to] = [epochDay(inner(first)), epochDay(inner(second))]
      return from === null || to === null ? null : to - from
    }
    case 'round':
      return numeric([inner(first), second ? inner(second) : 0], ([value = 0, digits = 0]) => {
        const factor = 10 ** Math.min(Math.max(Math.trunc(digits), 0), 10)
        return Math.round(value * factor) / factor
      })
    case 'count':
      return rowsOf(first, answers)?.length ?? null
    case 'sum': {
      const numbers = columnOf(first, answers)
      return numbers ? numbers.reduce((total, value) => total + value, 0) : null
    }
    default: {
      // min and max: of a column, or of what is given
      const numbers = args.length === 1 && first.kind === 'column' ? columnOf(first, answers) : args.map(inner)
      if (!numbers || numbers.length === 0) return null
      return numeric(numbers, (values) => (name === 'min' ? Math.min(...values) : Math.max(...values)))
    }
  }
}

function numeric(values: readonly Computed[], reckon: (numbers: number[]) => number | null): number | null {
  return values.every((value) => typeof value === 'number') ? reckon(values as number[]) : null
}

function rowsOf(node: Node, answers: Answers): unknown[] | null {
  if (node.kind !== 'field' && node.kind !== 'column') return null
  const answer = Object.hasOwn(answers, node.field) ? answers[node.field] : undefined
  return Array.isArray(answer) ? answer : null
}

function columnOf(node: Node, answers: Answers): number[] | null {
  if (node.kind !== 'column') return null
  const rows = rowsOf(node, answers)
  if (!rows) return null
  return rows.flatMap((row) => {
    const value = typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[node.column] : undefined
    return typeof value === 'number' ? [value] : []
  })
}

function epochDay(value: Computed): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  const at = Date.parse(`${value}T00:00:00Z`)
  return Number.isNaN(at) ? null : Math.round(at / 86_400_000)
}
