/** Tells options from words: `--as articles`, `--as=articles`, `--dry-run`; everything after `--` is a word. */
export function parseWords(given: string[]): { words: string[]; options: Record<string, string | true> } {
  const words: string[] = []
  const options: Record<string, string | true> = {}
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? ''
    if (word === '--') return { words: [...words, ...given.slice(at + 1)], options }
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name = '', ...value] = word.slice(2).split('=')
    const next = given[at + 1]
    if (value.length > 0) options[name] = value.join('=')
    else if (TAKES_VALUE.has(name) && next !== undefined) {
      options[name] = next
      at++
    } else options[name] = true
  }
  return { words, options }
}

/** Options that are followed by a value. All others stand alone, so that a file name after them stays a word. */
const TAKES_VALUE = new Set([
  'as',
  'name',
  'email',
  'lang',
  'portal',
  'role',
  'password',
  'category',
  'audience',
  'to',
  'language',
])
