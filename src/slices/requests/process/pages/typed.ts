import type { LocalText } from '../../../../kernel/form/local-text.ts'
import { LANGS } from '../../../../kernel/lang.ts'
import type { Fields, FormState } from '../../../../ui/page.ts'

/** A submitted form, or a refused one that is shown again. */
export type Typed = Pick<Fields, 'get' | 'all' | 'has'>

/** What was typed into a form that was refused. */
export function typedAgain(state: FormState): Typed {
  const all = (name: string) => [state.values[name] ?? []].flat()
  return {
    all,
    get: (name) => all(name).at(-1) ?? '',
    has: (name) => state.values[name] !== undefined,
  }
}

/** Texts by language, `title.de`, …; undefined when all are empty. */
export function textTyped(typed: Typed, name: string): LocalText | undefined {
  const entries = LANGS.map((lang) => [lang, typed.get(`${name}.${lang}`).trim()] as const).filter(([, text]) => text)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** A whole number of hours; undefined when nothing, NaN when nonsense was typed, which the schema refuses. */
export function hoursTyped(typed: Typed, name: string): number | undefined {
  const text = typed.get(name).trim()
  return text === '' ? undefined : Number(text.replace(',', '.'))
}

/** Counts the parts of a form that are numbered: `stage.0`, `stage.1`, … */
export function countTyped(typed: Typed, nameOf: (n: number) => string): number {
  let count = 0
  while (count < 50 && typed.has(nameOf(count))) count++
  return count
}

/** Moves a part of a list one place. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by
  if (to < 0 || to >= list.length) return [...list]
  const copy = [...list]
  const [one] = copy.splice(at, 1)
  copy.splice(to, 0, one as T)
  return copy
}

/** A key that none of these has: `step-1`, `step-2`, … */
export function freeKey(prefix: string, taken: readonly string[]): string {
  let n = taken.length + 1
  while (taken.includes(`${prefix}-${n}`)) n++
  return `${prefix}-${n}`
}
