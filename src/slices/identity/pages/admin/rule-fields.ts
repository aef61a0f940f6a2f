import type { Fields } from '../../../../ui/page.ts'
import {
  CONDITION_FACTS,
  type ConditionGroup,
  type ConditionPart,
  MOST_PARTS,
  type Place,
  withoutPart,
  withPart,
} from '../../conditions.ts'
import { words } from './person.tsx'

/** Facts whose values are known beforehand; the others are typed in. */
export const CHOSEN_FACTS: readonly string[] = ['role', 'team', 'organisation', 'language']

/** Groups lie no deeper in each other than a stored rule can. */
const DEEPEST = 6

/** The name of a field of the part at this place: `rule.0.2.fact`; of the outermost group `rule.match`. */
export function ruleField(place: Place, name: string): string {
  return ['rule', ...place, name].join('.')
}

/** The rule as it is typed in at the moment. */
export function typedGroup(fields: Fields, place: Place = []): ConditionGroup {
  const count = Math.min(Number(fields.get(ruleField(place, 'count'))) || 0, MOST_PARTS)
  const parts = Array.from({ length: count }, (_, n) => typedPart(fields, [...place, n]))
  return {
    match: fields.get(ruleField(place, 'match')) === 'any' ? 'any' : 'all',
    not: fields.get(ruleField(place, 'not')) === 'not',
    parts: parts.filter((part) => part !== null),
  }
}

function typedPart(fields: Fields, place: Place): ConditionPart | null {
  const typed = fields.get(ruleField(place, 'fact'))
  if (typed === 'group') return place.length < DEEPEST ? typedGroup(fields, place) : null
  const fact = factNamed(typed)
  if (!fact) return null
  const name = ruleField(place, 'values')
  const values = CHOSEN_FACTS.includes(fact) ? fields.all(name) : words(fields.get(name))
  return { fact, not: fields.get(ruleField(place, 'not')) === 'not', values }
}

/** What the pressed button says to change: `add 0.1`, `group 0.1`, `remove 0.1`, each with the place of a group or part. */
export function changedGroup(fields: Fields): ConditionGroup {
  const group = typedGroup(fields)
  const [what, at = ''] = fields.get('change').split(' ')
  const place = at === '' ? [] : at.split('.').map(Number)
  const fact = factNamed(fields.get(ruleField(place, 'new')))
  if (what === 'remove') return withoutPart(group, place)
  if (what === 'group') return withPart(group, place, { match: 'any', not: false, parts: [] })
  if (what === 'add' && fact) return withPart(group, place, { fact, not: false, values: [] })
  return group
}

function factNamed(name: string) {
  return CONDITION_FACTS.find((one) => one === name)
}
