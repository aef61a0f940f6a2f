import type { Facts } from '../audience.ts'
import type { Answers } from './answers.ts'
import type { Condition } from './definition.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whether a condition holds. `all` of nothing holds, `any` of nothing does not. */
export function holds(condition: Condition, answers: Answers, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, facts))
  if ('any' in condition) return condition.any.some((part) => holds(part, answers, facts))
  if ('not' in condition) return !holds(condition.not, answers, facts)
  if ('signedIn' in condition) return facts.signedIn
  if ('fact' in condition) return condition.in.some((value) => facts[condition.fact].includes(value))
  const answer = Object.hasOwn(answers, condition.field) ? answers[condition.field] : undefined
  switch (condition.is) {
    case 'answered':
      return answer !== undefined
    case 'empty':
      return answer === undefined
    case 'equals':
      return answer === condition.value
    case 'oneOf':
      return typeof answer === 'string' && condition.value.includes(answer)
    case 'includes':
      return Array.isArray(answer) && (answer as unknown[]).includes(condition.value)
    case 'atLeast':
      return isOrdered(answer, condition.value) && (answer as number) >= (condition.value as number)
    case 'atMost':
      return isOrdered(answer, condition.value) && (answer as number) <= (condition.value as number)
  }
}

/** Numbers are compared with numbers, days with days. */
function isOrdered(answer: unknown, value: unknown): boolean {
  if (typeof value === 'number') return typeof answer === 'number'
  return typeof value === 'string' && typeof answer === 'string' && DAY.test(value) && DAY.test(answer)
}

/** Keys of the fields that a condition looks at. */
export function fieldsIn(condition: Condition | undefined): string[] {
  if (!condition) return []
  if ('all' in condition) return condition.all.flatMap(fieldsIn)
  if ('any' in condition) return condition.any.flatMap(fieldsIn)
  if ('not' in condition) return fieldsIn(condition.not)
  return 'field' in condition ? [condition.field] : []
}
