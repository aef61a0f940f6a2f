import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { system } from '../../kernel/actor.ts'
import { type Command, type CommandLine, UsageProblem } from '../../kernel/command.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { FlowDocument } from './document.ts'
import { exportFlow } from './operations/export-flow.ts'
import { importFlow } from './operations/import-flow.ts'
import { listForKeeping } from './operations/list-for-keeping.ts'
import { publish } from './operations/publish.ts'
import { readDraft } from './operations/read-draft.ts'

const call = { actor: system(), lang: 'en' as const }

/** `theke flows import <file|folder>` and `theke flows export <folder> [key …]`: guided help in and out, as JSON. */
export const flowsCommand: Command = {
  name: 'flows',
  summary: 'Take guided help over from JSON files, or give it out; an import is a draft unless --publish',
  usage: 'import <file|folder> [--publish] | export <folder> [key …]',
  async run(line) {
    const [what, place, ...keys] = line.words
    if (what === 'import' && place) return importAll(line, place)
    if (what === 'export' && place) return exportAll(line, place, keys)
    throw new UsageProblem('Say import or export, and which file or folder')
  },
}

async function importAll(line: CommandLine, place: string) {
  for (const file of await filesIn(line, place)) {
    const parsed = FlowDocument.safeParse(await readJson(file))
    if (!parsed.success) {
      line.say(`  refused: ${file}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`)
      continue
    }
    const { key, isNew } = await line.runner.run(importFlow, call, { document: parsed.data })
    line.say(`  ${key}: ${isNew ? 'new draft' : 'next draft'}`)
    if (line.options['publish']) await publishDraft(line, key)
  }
}

async function publishDraft(line: CommandLine, key: string) {
  try {
    const { revision } = await line.runner.run(readDraft, call, { key })
    const { version } = await line.runner.run(publish, call, { key, revision, note: 'import' })
    line.say(`  ${key}: published as version ${version}`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const { key: problem, path } of error.issues) line.say(`  ${key}: not published: ${problem} ${path.join(' ')}`)
  }
}

async function filesIn(line: CommandLine, place: string): Promise<string[]> {
  const path = line.path(place)
  const found = await stat(path).catch(() => {
    throw new UsageProblem(`There is no file or folder ${place}`)
  })
  if (!found.isDirectory()) return [path]
  return (await readdir(path)).filter((name) => name.endsWith('.json')).map((name) => join(path, name))
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    throw new UsageProblem(`${file} is no JSON`)
  }
}

async function exportAll(line: CommandLine, place: string, keys: string[]) {
  const folder = line.path(place)
  await mkdir(folder, { recursive: true })
  for (const key of keys.length > 0 ? keys : await allKeys(line)) {
    const file = join(folder, `${key}.flow.json`)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, `${JSON.stringify(await line.runner.run(exportFlow, call, { key }), null, 2)}\n`)
    line.say(`  ${key}.flow.json`)
  }
}

async function allKeys(line: CommandLine): Promise<string[]> {
  const keys: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: { key: string }[]; next: string | null } = await line.runner.run(listForKeeping, call, {
      limit: 100,
      ...(cursor ? { cursor } : {}),
    })
    keys.push(...page.items.map(({ key }) => key))
    cursor = page.next
  } while (cursor)
  return keys
}
