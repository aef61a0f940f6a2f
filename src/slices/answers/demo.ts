import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { LangSchema } from '../../kernel/schema.ts'
import { insertSynonyms } from './store/synonyms.ts'

const Sets = z.array(z.object({ lang: LangSchema.nullable().default(null), words: z.array(z.string()).min(2) }))

/** Loads the synonyms of the demonstration utility. */
export async function demo(ctx: Ctx, folder: string): Promise<void> {
  const file = join(folder, 'synonyms.yaml')
  if (!existsSync(file)) return
  for (const set of Sets.parse(parse(readFileSync(file, 'utf8')))) await insertSynonyms(ctx, set)
  ctx.emit({ type: 'synonyms.changed', subject: { kind: 'synonyms', id: 'demo' } })
}
