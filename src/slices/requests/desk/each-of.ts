import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { NewEvent } from '../../../kernel/events.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { numberOf, referenceOf } from '../rules.ts'
import { type DeskRow, listRequestsForDesk } from './store/desk.ts'
import { forget, keep, undoTo } from './store/savepoint.ts'

/** What became of one row. */
export const RowResult = z.object({
  reference: z.string(),
  done: z.boolean(),
  why: z.string().nullable().describe('Why it was not done'),
})

/**
 * Does the same to many requests. A row that is refused is as it was, and is named with the reason; the others are done. Anything else that
 * is thrown undoes everything.
 */
export async function eachOf(
  ctx: Ctx,
  references: readonly string[],
  work: (ctx: Ctx, request: DeskRow) => Promise<unknown>,
): Promise<z.infer<typeof RowResult>[]> {
  const numbers = references.map(numberOf).filter((number) => number !== null)
  const requests = await listRequestsForDesk(ctx, numbers)
  const byNumber = new Map(requests.map((request) => [Number(request.number), request]))
  const results = []
  for (const reference of new Set(references)) {
    const request = byNumber.get(numberOf(reference) ?? -1)
    const why = request ? await refusalOf(ctx, (own) => work(own, request)) : ctx.t('refusal.not_found')
    results.push({ reference: request ? referenceOf(request.number) : reference, done: why === null, why })
  }
  return results
}

async function refusalOf(ctx: Ctx, work: (own: Ctx) => Promise<unknown>): Promise<string | null> {
  // What is undone has not happened either.
  const events: NewEvent[] = []
  await keep(ctx.db)
  try {
    await work({ ...ctx, emit: (event) => void events.push(event) })
    await forget(ctx.db)
    for (const event of events) ctx.emit(event)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await undoTo(ctx.db)
    const [issue] = error.issues
    return issue ? ctx.t(issue.key, issue.values) : ctx.t(error.key, error.values)
  }
}
