import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Ctx } from '../../kernel/ctx.ts'
import { FlowDocument } from './document.ts'
import { problemsOf } from './rules-publishing.ts'
import { findKept, publish } from './store/keeping.ts'
import { countMoves, type Move } from './store/moves.ts'
import { takeIn } from './take-in.ts'
import { todayOf } from './today.ts'

/** How often people went from step to step before today: `from → to: times`. */
type Walked = Record<string, Record<string, number>>

/** Loads the flows of the demonstration, published, with the figures of some weeks. */
export async function demo(ctx: Ctx, folder: string): Promise<void> {
  const place = join(folder, 'flows')
  if (!existsSync(place)) return
  const ids: string[] = []
  for (const name of (await readdir(place)).filter((one) => one.endsWith('.yaml')).sort())
    ids.push(await load(ctx, folder, parse(await readFile(join(place, name), 'utf8'))))
  ctx.emit({ type: 'flows.loaded', subject: { kind: 'flows', id: 'demo' }, payload: { ids } })
}

async function load(ctx: Ctx, folder: string, written: Record<string, unknown> & { walked?: Walked }): Promise<string> {
  const { walked = {}, ...rest } = written
  const named = FlowDocument.parse({ format: 'theke-flow/1', ...rest })
  const pictures: Record<string, string> = {}
  for (const { picture } of named.definition.steps)
    if (picture) pictures[picture.file] = await readFile(join(folder, 'pictures', picture.file), 'base64')
  const { id } = await takeIn(ctx, { ...named, pictures })
  const definition = (await findKept(ctx, named.key))?.draft ?? named.definition
  const lookups = new Set(ctx.flowLookups.map((one) => one.name))
  const [problem] = problemsOf(definition, { lookups, today: await todayOf(ctx) })
  if (problem) throw new Error(`flow ${named.key} of the demonstration: ${JSON.stringify(problem)}`)
  const version = await publish(ctx, id, definition, '')
  for (const [from, ways] of Object.entries(walked))
    for (const [to, times] of Object.entries(ways))
      await countMoves(ctx, id, version, [{ from: from === 'begin' ? '' : from, to } satisfies Move], times)
  return id
}
