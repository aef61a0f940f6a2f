import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { LangSchema } from '../../kernel/schema.ts'
import { insertMissing } from './store/missing.ts'
import { insertRephrasing } from './store/rephrasings.ts'
import { insertSynonyms } from './store/synonyms.ts'

const Asked = z.object({ lang: LangSchema.default('de') })
const InVain = z.object({
  questions: z.array(
    Asked.extend({
      question: z.string(),
      portal: z.string().default('customers'),
      times: z.record(z.string(), z.number()).describe('How often, by days ago'),
      settled: z.enum(['article', 'synonym', 'not_ours']).optional(),
    }),
  ),
  rephrasings: z.array(Asked.extend({ failed: z.string(), succeeded: z.string(), times: z.number() })),
})
const Sets = z.array(z.object({ lang: LangSchema.nullable().default(null), words: z.array(z.string()).min(2) }))

/** Loads the synonyms of the demonstration utility, and what was asked there in vain. */
export async function demo(ctx: Ctx, folder: string): Promise<void> {
  await loadInVain(ctx, join(folder, 'missing.yaml'))
  const file = join(folder, 'synonyms.yaml')
  if (!existsSync(file)) return
  for (const set of Sets.parse(parse(readFileSync(file, 'utf8')))) await insertSynonyms(ctx, set)
  ctx.emit({ type: 'synonyms.changed', subject: { kind: 'synonyms', id: 'demo' } })
}

async function loadInVain(ctx: Ctx, file: string): Promise<void> {
  if (!existsSync(file)) return
  const { questions, rephrasings } = InVain.parse(parse(readFileSync(file, 'utf8')))
  for (const { times, ...asked } of questions) {
    const days = Object.entries(times).map(([ago, count]) => ({ day: daysAgo(ctx, Number(ago)), times: count }))
    await insertMissing(ctx, { ...asked, days })
  }
  for (const one of rephrasings) await insertRephrasing(ctx, one)
}

function daysAgo(ctx: Ctx, days: number): string {
  return new Date(ctx.now().getTime() - days * 86_400_000).toISOString().slice(0, 10)
}
