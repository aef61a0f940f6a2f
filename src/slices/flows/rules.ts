import { type Definition, type Line, type Step, stepsById, type TestCase, waysOf } from './definition.ts'

/** What was answered at a step. */
export interface Answer {
  step: string
  value: string
  /** Of look-ups and ends of them: what was shown; the others are worded anew in the reader's language. */
  label?: string
  /** Checks that were passed after it. */
  via: string[]
}

/** What checks are decided by. */
export interface Facts {
  answers: ReadonlyMap<string, string>
  /** Keys of the audiences that the person is in. */
  audiences: ReadonlySet<string>
  signedIn: boolean
  /** `2026-11-24`, where the installation is. */
  today: string
}

/** Where somebody stands after the checks that follow were decided: a step that asks, or an end. */
export interface Place {
  at: string
  via: string[]
}

/** The value that stands for "none of these" and "nothing found" at a look-up. */
export const NONE = ''

/** Walks on through checks until a step asks something or it ends. A definition that was published has no loops. */
export function settle(definition: Definition, from: string, facts: Facts): Place {
  const steps = stepsById(definition)
  const via: string[] = []
  let step = get(steps, from)
  while (step.kind === 'check') {
    if (via.includes(step.id)) throw new Error(`loop at step ${step.id}`)
    via.push(step.id)
    step = get(steps, (holds(step, facts) ? step.to : step.otherwise) ?? '')
  }
  return { at: step.id, via }
}

/** The step that an answer leads to, before checks. */
export function nextOf(step: Step, value: string): string | null {
  if (step.kind === 'choice') return step.options.find((option) => option.id === value)?.to ?? null
  if (step.kind === 'lookup') return value === NONE ? step.none : step.to
  return step.kind === 'end' || step.kind === 'check' ? null : step.to
}

/** Why an answer is not taken: the end of a text key below `flows.answer`. */
export type AnswerProblem = 'required' | 'choice' | 'number' | 'tooSmall' | 'tooLarge' | 'date' | 'tooEarly' | 'tooLate'

/**
 * An answer as it is kept, or why it is not taken.
 * @param offered values of a look-up
 */
export function readAnswer(
  step: Step,
  typed: string,
  today: string,
  offered: readonly string[] = [],
): { value: string } | { problem: AnswerProblem } {
  const value = typed.trim()
  switch (step.kind) {
    case 'choice':
      return step.options.some((option) => option.id === value) ? { value } : { problem: value ? 'choice' : 'required' }
    case 'lookup':
      return value === NONE || offered.includes(value) ? { value } : { problem: 'choice' }
    case 'number':
      return readNumber(step, value)
    case 'date':
      return readDate(step, value, today)
    case 'text':
      return value || step.optional ? { value: value.slice(0, 4000) } : { problem: 'required' }
    default:
      return { value: '' }
  }
}

function readNumber({ min, max }: Step & { kind: 'number' }, typed: string) {
  if (!typed) return { problem: 'required' as const }
  // 1.234,5 and 1,234.5: the last separator is the decimal one; several of one kind group thousands.
  const number = Number(typed.includes(',') ? germanNumber(typed) : typed.replace(/\s/g, ''))
  if (!Number.isFinite(number)) return { problem: 'number' as const }
  if (min !== null && number < min) return { problem: 'tooSmall' as const }
  if (max !== null && number > max) return { problem: 'tooLarge' as const }
  return { value: String(number) }
}

function germanNumber(typed: string): string {
  const plain = typed.replace(/\s/g, '')
  return plain.lastIndexOf('.') > plain.lastIndexOf(',')
    ? plain.replaceAll(',', '')
    : plain.replaceAll('.', '').replace(',', '.')
}

function readDate({ from, until }: Step & { kind: 'date' }, typed: string, today: string) {
  if (!typed) return { problem: 'required' as const }
  if (!isDay(typed)) return { problem: 'date' as const }
  const days = daysBetween(today, typed)
  if (from !== null && days < from) return { problem: 'tooEarly' as const }
  if (until !== null && days > until) return { problem: 'tooLate' as const }
  return { value: typed }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** Days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** A calendar day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function holds({ match, lines }: Step & { kind: 'check' }, facts: Facts): boolean {
  return match === 'all' ? lines.every((line) => lineHolds(line, facts)) : lines.some((line) => lineHolds(line, facts))
}

/** What was never answered is no number and no day: such lines do not hold, except `none-of`. */
function lineHolds(line: Line, facts: Facts): boolean {
  switch (line.is) {
    case 'signed-in':
      return facts.signedIn
    case 'signed-out':
      return !facts.signedIn
    case 'in':
      return facts.audiences.has(line.audience)
    case 'not-in':
      return !facts.audiences.has(line.audience)
    case 'one-of':
      return line.values.includes(facts.answers.get(line.step) ?? '')
    case 'none-of':
      return !line.values.includes(facts.answers.get(line.step) ?? '')
    case 'at-least':
      return numberAt(facts, line.step) >= line.number
    case 'below':
      return numberAt(facts, line.step) < line.number
    case 'within-days':
      return daysAt(facts, line.step) <= line.days
    case 'after-days':
      return daysAt(facts, line.step) > line.days
  }
}

function numberAt({ answers }: Facts, step: string): number {
  const value = answers.get(step)
  return value ? Number(value) : Number.NaN
}

function daysAt({ answers, today }: Facts, step: string): number {
  const value = answers.get(step)
  return value ? daysBetween(today, value) : Number.NaN
}

function get(steps: Map<string, Step>, id: string): Step {
  const step = steps.get(id)
  if (!step) throw new Error(`no step ${id}`)
  return step
}

/** Answers by step, as checks and texts want them. */
export function answersOf(trail: readonly Answer[]): Map<string, string> {
  return new Map(trail.map(({ step, value }) => [step, value]))
}

/** What came of a test case: the end reached, or the step at which it stands for want of a fitting answer. */
export function runTest(definition: Definition, test: TestCase, today: string): { at: string; passed: boolean } {
  const given = new Map(test.answers.map(({ step, value }) => [step, dayOf(value, today)]))
  const facts: Facts = { answers: given, audiences: new Set(test.audiences), signedIn: test.signedIn, today }
  const steps = stepsById(definition)
  let at = definition.start ?? ''
  for (let moves = 0; moves <= definition.steps.length; moves++) {
    if (!steps.has(at)) return { at, passed: false }
    at = settle(definition, at, facts).at
    const step = get(steps, at)
    if (step.kind === 'end') return { at, passed: at === test.end }
    const typed = given.get(at)
    if (typed === undefined && step.kind !== 'say' && !(step.kind === 'text' && step.optional)) break
    const read = readAnswer(step, typed ?? '', today, typed ? [typed] : [])
    if ('problem' in read) break
    at = nextOf(step, read.value) ?? ''
  }
  return { at, passed: false }
}

/** `today+14` as a day; anything else unchanged. */
function dayOf(value: string, today: string): string {
  const relative = /^today(?:([+-]\d{1,5}))?$/.exec(value)
  return relative ? addDays(today, Number(relative[1] ?? 0)) : value
}

/** Steps in the order in which people meet them, each with how many steps at least are before it. */
export function reachedFrom(definition: Definition): Map<string, number> {
  const steps = stepsById(definition)
  const depths = new Map<string, number>()
  let level = definition.start && steps.has(definition.start) ? [definition.start] : []
  for (let depth = 0; level.length > 0; depth++) {
    for (const id of level) depths.set(id, depth)
    const next = level.flatMap((id) => waysOf(get(steps, id)).map((way) => way.to))
    level = [...new Set(next)].filter((id): id is string => id !== null && steps.has(id) && !depths.has(id))
  }
  return depths
}

/** How many questions there are at most from a step on, itself included. */
export function questionsLeft(definition: Definition, from: string): number {
  const steps = stepsById(definition)
  const known = new Map<string, number>()
  const count = (id: string): number => {
    const before = known.get(id)
    if (before !== undefined) return before
    // A loop in something that is still being written counts once.
    known.set(id, 0)
    const step = steps.get(id)
    const asks = step && !['say', 'check', 'end'].includes(step.kind) ? 1 : 0
    const left = asks + Math.max(0, ...(step ? waysOf(step) : []).map(({ to }) => (to ? count(to) : 0)))
    known.set(id, left)
    return left
  }
  return count(from)
}
