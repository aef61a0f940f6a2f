import { stringify } from 'yaml'
import { type Definition, stepsById } from './definition.ts'

/** What changed of a step, or (null) of the flow as a whole. */
export interface Difference {
  step: string | null
  kind: 'added' | 'removed' | 'changed'
  before: string
  after: string
}

/** What changed from one definition to another: first the whole, then steps in the order of the newer one, then those that are gone. */
export function differencesOf(before: Definition, after: Definition): Difference[] {
  const [old, now] = [stepsById(before), stepsById(after)]
  const ids = [...now.keys(), ...[...old.keys()].filter((id) => !now.has(id))]
  const whole = ({ steps, ...rest }: Definition) => ({ ...rest, order: steps.map((step) => step.id) })
  return [compare(null, whole(before), whole(after)), ...ids.map((id) => compare(id, old.get(id), now.get(id)))].filter(
    (one) => one !== null,
  )
}

function compare(step: string | null, a: object | undefined, b: object | undefined): Difference | null {
  const [before, after] = [a ? textOf(a) : '', b ? textOf(b) : '']
  if (before === after) return null
  return { step, kind: !a ? 'added' : b ? 'changed' : 'removed', before, after }
}

/** YAML without what is empty: what people compare is what somebody wrote. */
function textOf(value: object): string {
  const text = JSON.stringify(value, (_key, part) => (isEmpty(part) ? undefined : part))
  return stringify(JSON.parse(text), { lineWidth: 0 }).trimEnd()
}

function isEmpty(part: unknown): boolean {
  if (part === null || part === '') return true
  return typeof part === 'object' && Object.keys(part).length === 0
}
