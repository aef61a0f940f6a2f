import { UsageProblem } from '../kernel/command.ts'

/** What a command was called with. */
export type Words = { words: string[]; options: Record<string, string | true> }

/**
 * Tells options from words: `--as articles`, `--as=articles`, `--dry-run`; everything after `--` is a word. Which
 * options there are and which take a value, the command's usage says: `[--dry-run] [--lang de|en|el]`.
 */
export function parseWords(given: string[], usage: string): Words {
  const known = optionsOf(usage)
  const words: string[] = []
  const options: Words['options'] = {}
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? ''
    if (word === '--') return { words: [...words, ...given.slice(at + 1)], options }
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name = '', ...rest] = word.slice(2).split('=')
    const takesValue = known.get(name)
    if (takesValue === undefined) throw new UsageProblem(`There is no option --${name}.`)
    if (!takesValue) {
      options[name] = true
      continue
    }
    const value = rest.length > 0 ? rest.join('=') : given[++at]
    if (value === undefined) throw new UsageProblem(`The option --${name} needs a value.`)
    options[name] = value
  }
  return { words, options }
}

/** Option → whether it takes a value. */
function optionsOf(usage: string) {
  return new Map(
    [...usage.matchAll(/--([a-z][a-z-]*)( [^\s\]|]|=)?/g)].map(([, name = '', value]) => [name, value !== undefined]),
  )
}
