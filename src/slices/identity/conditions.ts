import { FACTS, type Fact, type Rule } from '../../kernel/audience.ts'

/** One line of the rule editor: "role is (not) one of …", or "is (not) signed in". */
export interface Condition {
  fact: Fact | 'signedIn'
  /** Turns it round: none of the values. */
  not: boolean
  /** Empty for `signedIn`. */
  values: string[]
}

/** Lines and further groups that must hold together, or of which one must hold. */
export interface ConditionGroup {
  match: 'all' | 'any'
  /** Turns the whole group round. */
  not: boolean
  parts: ConditionPart[]
}

export type ConditionPart = Condition | ConditionGroup

/** The place of a part in its tree: its number among the parts of its group, and so on up to the outermost group, whose place is empty. */
export type Place = readonly number[]

/** The facts that a line can be about, in the order in which they are offered. */
export const CONDITION_FACTS = [...FACTS, 'signedIn'] as const

/** Parts that one group may have. */
export const MOST_PARTS = 50

/** How deep groups may lie in each other in the editor: with its lines, a rule then has at most five levels. */
export const DEEPEST_GROUP = 3

export function isGroup(part: ConditionPart): part is ConditionGroup {
  return 'parts' in part
}

/** The rule that the lines mean. No line and `all`: everybody, signed in or not. Lines without a value are left out. */
export function ruleOf({ match, not, parts }: ConditionGroup): Rule {
  const rules = parts.filter((part) => isGroup(part) || part.fact === 'signedIn' || part.values.length > 0).map(partOf)
  return turned(match === 'all' ? { all: rules } : { any: rules }, not)
}

function partOf(part: ConditionPart): Rule {
  if (isGroup(part)) return ruleOf(part)
  const { fact, not, values } = part
  return turned(fact === 'signedIn' ? { signedIn: true } : { fact, in: [...new Set(values)] }, not)
}

function turned(rule: Rule, not: boolean): Rule {
  return not ? { not: rule } : rule
}

/** Any rule as the editor shows it: a group whose lines and groups mean the same. */
export function groupOf(rule: Rule): ConditionGroup {
  const part = shownPart(rule)
  return isGroup(part) && !part.not ? part : { match: 'all', not: false, parts: [part] }
}

function shownPart(rule: Rule): ConditionPart {
  if ('not' in rule) {
    const part = shownPart(rule.not)
    return { ...part, not: !part.not }
  }
  if ('fact' in rule) return { fact: rule.fact, not: false, values: rule.in }
  if ('signedIn' in rule) return { fact: 'signedIn', not: false, values: [] }
  const isAll = 'all' in rule
  return { match: isAll ? 'all' : 'any', not: false, parts: (isAll ? rule.all : rule.any).map(shownPart) }
}

/** The group with one more part at the end of the group at this place; unchanged when there is no room or no such group. */
export function withPart(group: ConditionGroup, place: Place, part: ConditionPart): ConditionGroup {
  return changedAt(group, place, (at) => (at.parts.length < MOST_PARTS ? { ...at, parts: [...at.parts, part] } : at))
}

/** The group without the part at this place. */
export function withoutPart(group: ConditionGroup, place: Place): ConditionGroup {
  const last = place.at(-1)
  if (last === undefined) return group
  return changedAt(group, place.slice(0, -1), (at) => ({ ...at, parts: at.parts.filter((_, n) => n !== last) }))
}

function changedAt(
  group: ConditionGroup,
  place: Place,
  change: (group: ConditionGroup) => ConditionGroup,
): ConditionGroup {
  const [first, ...rest] = place
  if (first === undefined) return change(group)
  return {
    ...group,
    parts: group.parts.map((part, n) => (n === first && isGroup(part) ? changedAt(part, rest, change) : part)),
  }
}
