import { globSync, readFileSync } from 'node:fs'

/** Writes the union of all message keys, from the German files: those are what every language is compared with. */
export function describeMessages() {
  const keys = new Set<string>()
  for (const file of globSync('src/**/messages/de.json')) {
    for (const key of Object.keys(JSON.parse(readFileSync(file, 'utf8')))) keys.add(key)
  }
  const union = [...keys].sort().map((key) => `  | '${key}'`)
  return [
    '// Written by "npm run generate" from the messages of slices and adapters. Do not edit.',
    '',
    '/** Every text that people read, by its key. */',
    `export type MessageKey =\n${union.join('\n')}`,
    '',
  ].join('\n')
}
