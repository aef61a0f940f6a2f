/** An expression as a tree. */
export type Node =
  | { kind: 'literal'; value: number | string | boolean }
  | { kind: 'field'; field: string }
  | { kind: 'column'; field: string; column: string }
  | { kind: 'negative' | 'not'; of: Node }
  | { kind: 'binary'; sign: string; left: Node; right: Node }
  | { kind: 'call'; name: string; args: Node[] }

/** What is wrong with an expression, and at which character (from 0). */
export interface ExpressionProblem {
  problem: 'character' | 'end' | 'unexpected' | 'function' | 'arguments' | 'tooDeep'
  at: number
  about: string
}

/** Functions and how many arguments they take. */
export const FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  if: [3, 3],
  default: [2, 2],
  sum: [1, 1],
  count: [1, 1],
  min: [1, 10],
  max: [1, 10],
  round: [1, 2],
  days: [2, 2],
  today: [0, 0],
}

/** Words that cannot be keys of fields, because they mean something in expressions. */
export const RESERVED = ['and', 'or', 'not', 'true', 'false']

/** From loose to tight. */
const LEVELS = [['or'], ['and'], ['=', '!=', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/']]
const DEEPEST = 40
const SPELLINGS: Record<string, string> = { '×': '*', '÷': '/', '−': '-', '==': '=', '≠': '!=', '≤': '<=', '≥': '>=' }

interface Token {
  kind: 'number' | 'text' | 'name' | 'sign' | 'end'
  text: string
  at: number
}

/**
 * Reads an expression: numbers, texts in quotes, fields by key, columns as `table.column`, + − × ÷, comparisons, `and`, `or`, `not`, `&`
 * (joins texts) and the functions above. Written by precedence climbing; the grammar is small enough to be read here.
 */
export function parseExpression(source: string): { tree: Node } | ExpressionProblem {
  try {
    const tokens = tokensOf(source)
    let place = 0
    const peek = () => tokens[place] as Token
    const next = () => tokens[place++] as Token
    const isSign = (text: string) => peek().kind !== 'text' && peek().text === text
    const expect = (text: string) => {
      if (!isSign(text)) fail(peek().kind === 'end' ? 'end' : 'unexpected', peek())
      next()
    }

    const level = (n: number, depth: number): Node => {
      if (depth > DEEPEST) fail('tooDeep', peek())
      if (n === LEVELS.length) return unary(depth + 1)
      let left = level(n + 1, depth)
      while (peek().kind !== 'text' && LEVELS[n]?.includes(peek().text)) {
        const sign = next().text
        left = { kind: 'binary', sign, left, right: level(n + 1, depth) }
      }
      return left
    }

    const unary = (depth: number): Node => {
      if (depth > DEEPEST) fail('tooDeep', peek())
      if (isSign('-')) {
        next()
        return { kind: 'negative', of: unary(depth + 1) }
      }
      if (isSign('not')) {
        next()
        return { kind: 'not', of: unary(depth + 1) }
      }
      return operand(depth)
    }

    const operand = (depth: number): Node => {
      const token = next()
      if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) }
      if (token.kind === 'text') return { kind: 'literal', value: token.text }
      if (token.kind === 'name') return named(token, depth)
      if (token.text === '(') {
        const inner = level(0, depth + 1)
        expect(')')
        return inner
      }
      return fail(token.kind === 'end' ? 'end' : 'unexpected', token)
    }

    const named = (token: Token, depth: number): Node => {
      if (token.text === 'true' || token.text === 'false') return { kind: 'literal', value: token.text === 'true' }
      if (RESERVED.includes(token.text)) return fail('unexpected', token)
      if (!isSign('(')) {
        const [field = '', column] = token.text.split('.')
        return column === undefined ? { kind: 'field', field } : { kind: 'column', field, column }
      }
      const takes = Object.hasOwn(FUNCTIONS, token.text) ? FUNCTIONS[token.text] : undefined
      if (!takes) return fail('function', token)
      next()
      const args: Node[] = []
      while (!isSign(')')) {
        if (args.length > 0) expect(isSign(';') ? ';' : ',')
        args.push(level(0, depth + 1))
      }
      next()
      if (args.length < takes[0] || args.length > takes[1]) fail('arguments', token)
      return { kind: 'call', name: token.text, args }
    }

    const tree = level(0, 0)
    if (peek().kind !== 'end') fail('unexpected', peek())
    return { tree }
  } catch (error) {
    if (error instanceof Unreadable) return error.why
    throw error
  }
}

class Unreadable extends Error {
  readonly why: ExpressionProblem
  constructor(why: ExpressionProblem) {
    super(why.problem)
    this.why = why
  }
}

function fail(problem: ExpressionProblem['problem'], { at, text }: { at: number; text: string }): never {
  throw new Unreadable({ problem, at, about: text })
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|'([^']*)'|([a-z]\w*(?:\.[a-z]\w*)?)|(==|!=|<=|>=|[-+*/×÷−=<>≠≤≥&(),;]))/iy

function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (source.slice(at).trim() !== '') {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(source)
    if (!match) fail('character', { at, text: source.slice(at).trim().slice(0, 1) })
    const [whole, number, double, single, name, sign] = match as RegExpExecArray
    const start = at
    at += whole?.length ?? 1
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at: start })
    else if (double !== undefined || single !== undefined)
      tokens.push({ kind: 'text', text: double ?? single ?? '', at: start })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at: start })
    else tokens.push({ kind: 'sign', text: SPELLINGS[sign as string] ?? (sign as string), at: start })
  }
  return [...tokens, { kind: 'end', text: '', at: source.length }]
}

/** What an expression looks at: fields, and columns as `table.column`. */
export function namesIn(node: Node): string[] {
  switch (node.kind) {
    case 'field':
      return [node.field]
    case 'column':
      return [`${node.field}.${node.column}`]
    case 'negative':
    case 'not':
      return namesIn(node.of)
    case 'binary':
      return [...namesIn(node.left), ...namesIn(node.right)]
    case 'call':
      return node.args.flatMap(namesIn)
    default:
      return []
  }
}
