import { FACTS, type Fact } from '../../kernel/audience.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { LANGS } from '../../kernel/lang.ts'
import type { NameOf } from './rule-words.ts'
import { textIn } from './rules.ts'
import { listFactValues } from './store/facts.ts'

/** Known values of each fact with their names, for choosing from. */
export type FactValues = Record<Fact, { value: string; name: string }[]>

const LANGUAGE_NAMES = { de: 'Deutsch', en: 'English', el: 'Ελληνικά' }

/** What there is to ask for: roles, teams and organisations by name; products, places, stages and tags as somebody has them. */
export async function factValues(ctx: Ctx): Promise<FactValues> {
  const rows = await listFactValues(ctx.db)
  const of = (fact: Fact) =>
    rows.filter((row) => row.fact === fact).map(({ value, names }) => ({ value, name: textIn(names, ctx.lang, value) }))
  const values = Object.fromEntries(FACTS.map((fact) => [fact, of(fact)])) as FactValues
  values.language = LANGS.map((lang) => ({ value: lang, name: LANGUAGE_NAMES[lang] }))
  return values
}

/** Looks names up in known values; a value that nobody has any more stands for itself. */
export function namesFrom(values: FactValues): NameOf {
  return (fact, value) => values[fact].find((one) => one.value === value)?.name ?? value
}
