import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'

// Gate: every text exists in every language, can be read as an ICU message, and takes the same arguments.
type Element = { type: number; value?: string; options?: Record<string, { value: Element[] }>; children?: Element[] }

const LANGUAGES = ['de', 'en', 'el']
const problems: string[] = []
const owners = new Map<string, string>()

for (const german of globSync('src/**/messages/de.json').sort()) {
  const folder = join(german, '..')
  const texts = Object.fromEntries(LANGUAGES.map((language) => [language, read(join(folder, `${language}.json`))]))
  for (const key of new Set(LANGUAGES.flatMap((language) => Object.keys(texts[language] ?? {})))) {
    const owner = owners.get(key)
    if (owner) problems.push(`${folder}: "${key}" already stands in ${owner}`)
    owners.set(key, folder)
    compare(folder, key, texts)
  }
}

if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}

function compare(folder: string, key: string, texts: Record<string, Record<string, string>>) {
  const wanted = argumentsOf(texts['de']?.[key], key, 'de')
  for (const language of LANGUAGES) {
    const text = texts[language]?.[key]
    if (typeof text !== 'string' || text.trim() === '') {
      problems.push(`${folder}/${language}.json: "${key}" is missing`)
      continue
    }
    const found = argumentsOf(text, `${folder}/${language}.json: "${key}"`, language)
    if (found !== undefined && wanted !== undefined && found !== wanted) {
      problems.push(`${folder}/${language}.json: "${key}" takes {${found}}, the German text {${wanted}}`)
    }
  }
}

function argumentsOf(text: string | undefined, where: string, language: string) {
  if (typeof text !== 'string') return undefined
  try {
    const names = new Set<string>()
    collect(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst() as Element[], names)
    return [...names].sort().join(', ')
  } catch (error) {
    problems.push(`${where}: ${(error as Error).message}`)
    return undefined
  }
}

/** 0 is literal text and 7 the # of a plural; everything else names an argument. */
function collect(elements: Element[], names: Set<string>) {
  for (const { type, value, options, children } of elements) {
    if (type !== 0 && type !== 7 && value) names.add(value)
    for (const option of Object.values(options ?? {})) collect(option.value, names)
    if (children) collect(children, names)
  }
}

function read(path: string): Record<string, string> {
  if (!existsSync(path)) {
    problems.push(`${path} is missing`)
    return {}
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    problems.push(`${path}: ${(error as Error).message}`)
    return {}
  }
}
