import { z } from 'zod'

/** What is known of somebody when an audience is decided. Lists are sets: order and repetition mean nothing. */
export interface Facts {
  signedIn: boolean
  role: readonly string[]
  organisation: readonly string[]
  team: readonly string[]
  product: readonly string[]
  place: readonly string[]
  language: readonly string[]
  /** Stage of the customer life cycle: `prospect`, `customer`, `leaving`, … */
  stage: readonly string[]
  tag: readonly string[]
}

/** The facts that a rule may ask for. */
export const FACTS = ['role', 'organisation', 'team', 'product', 'place', 'language', 'stage', 'tag'] as const
export type Fact = (typeof FACTS)[number]

/** A rule about who somebody is. `in` holds when any of the listed values is among the person's values. */
export type Rule = { all: Rule[] } | { any: Rule[] } | { not: Rule } | { fact: Fact; in: string[] } | { signedIn: true }

/** The schema of a rule: at most 5 levels deep and 200 values a condition, so that it stays readable and quick. */
export const Rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Rule).max(50) }),
    z.strictObject({ any: z.array(Rule).max(50) }),
    z.strictObject({ not: Rule }),
    z.strictObject({ fact: z.enum(FACTS), in: z.array(z.string().min(1).max(100)).min(1).max(200) }),
    z.strictObject({ signedIn: z.literal(true) }),
  ]),
)

/** Facts of somebody of whom nothing is known. */
export const NOBODY: Facts = {
  signedIn: false,
  role: [],
  organisation: [],
  team: [],
  product: [],
  place: [],
  language: [],
  stage: [],
  tag: [],
}

/** Whether a rule holds for these facts. `all` of nothing holds, `any` of nothing does not. Same meaning as its SQL form. */
export function matches(rule: Rule, facts: Facts): boolean {
  if ('all' in rule) return rule.all.every((part) => matches(part, facts))
  if ('any' in rule) return rule.any.some((part) => matches(part, facts))
  if ('not' in rule) return !matches(rule.not, facts)
  if ('signedIn' in rule) return facts.signedIn
  const values = facts[rule.fact]
  return rule.in.some((value) => values.includes(value))
}
