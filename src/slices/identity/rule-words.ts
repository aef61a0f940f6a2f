import type { Fact, Rule } from '../../kernel/audience.ts'
import type { TextKey, Translate } from '../../kernel/text.ts'

/** The name of a value of a fact, e.g. of a role's key. */
export type NameOf = (fact: Fact, value: string) => string

/** A rule in words, one line a condition, deeper levels indented. */
export function ruleWords(rule: Rule, t: Translate, nameOf: NameOf): string[] {
  if ('all' in rule || 'any' in rule) {
    const parts = 'all' in rule ? rule.all : rule.any
    if (parts.length === 0) return [t('all' in rule ? 'identity.rule.everybody' : 'identity.rule.nobody')]
    if (parts.length === 1) return ruleWords(parts[0] as Rule, t, nameOf)
    const head = t('all' in rule ? 'identity.rule.all' : 'identity.rule.any')
    return [head, ...parts.flatMap((part) => ruleWords(part, t, nameOf).map((line) => `– ${line}`))]
  }
  if ('not' in rule) {
    if ('fact' in rule.not) return [factWords(rule.not.fact, rule.not.in, true, t, nameOf)]
    if ('signedIn' in rule.not) return [t('identity.rule.notSignedIn')]
    return [t('identity.rule.not'), ...ruleWords(rule.not, t, nameOf).map((line) => `– ${line}`)]
  }
  if ('signedIn' in rule) return [t('identity.rule.signedIn')]
  return [factWords(rule.fact, rule.in, false, t, nameOf)]
}

function factWords(fact: Fact, values: readonly string[], not: boolean, t: Translate, nameOf: NameOf): string {
  const names = values.map((value) => nameOf(fact, value)).join(t('identity.rule.or'))
  return t(not ? 'identity.rule.isNot' : 'identity.rule.is', { fact: t(factKey(fact)), values: names })
}

/** Text key of a fact's name. */
export function factKey(fact: Fact | 'signedIn'): TextKey {
  return `identity.fact.${fact}`
}
