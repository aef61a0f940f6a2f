import type { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { referenceOf } from '../rules.ts'
import { type EntryView, entryViews } from '../views.ts'
import type { DeskRow } from './store/desk.ts'
import { numbersOf } from './store/merging.ts'

/** The timeline of a request at the desk; what comes from a merged one says from which. */
export async function deskEntries(ctx: Ctx, request: DeskRow): Promise<z.input<typeof EntryView>[]> {
  const entries = await entryViews(ctx, request, 'desk')
  const others = [...new Set(entries.map((entry) => entry.from).filter((id) => id !== request.id))]
  const numbers = await numbersOf(ctx.db, others)
  return entries.map((entry) => {
    const number = numbers.get(entry.from)
    return number === undefined ? entry : { ...entry, detail: { ...entry.detail, origin: referenceOf(number) } }
  })
}
