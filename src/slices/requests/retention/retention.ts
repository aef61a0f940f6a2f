import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineSettings } from '../../../kernel/settings.ts'
import type { LongJob } from '../../../kernel/slice.ts'
import { eraseVisitors } from '../store/personal.ts'

/** After how many days a closed request does not say any more which visitor wrote it. */
export const retention = defineSettings({
  name: 'requests.retention',
  schema: z.object({ visitorDays: z.number().int().min(30).max(3650) }),
  initial: { visitorDays: 365 },
})

const DAY_MS = 86_400_000
/** So many requests in one transaction. */
const BATCH = 200

/** Takes visitors and their words out of what was closed long ago; when it was dealt with and how it ended stays for the figures. */
export const forgetVisitors: LongJob = {
  name: 'requests.forgetVisitors',
  schedule: '53 2 * * *',
  timeout: 3600,
  async steps(inCtx) {
    while (await inCtx(forgetSome));
  },
}

/** True: there are more. */
async function forgetSome(ctx: Ctx): Promise<boolean> {
  const { visitorDays } = await ctx.settings.get(retention)
  const before = new Date(ctx.now().getTime() - visitorDays * DAY_MS)
  const erased = await eraseVisitors(ctx.db, before, BATCH)
  for (const { id, files } of erased) {
    for (const file of files) await ctx.files.remove(file)
    ctx.emit({ type: 'request.erased', subject: { kind: 'request', id } })
  }
  return erased.length === BATCH
}

/** What the privacy notice says of it. */
export async function privacyNotes(ctx: Ctx): Promise<string[]> {
  const { visitorDays } = await ctx.settings.get(retention)
  return [ctx.t('requests.retention.note', { days: visitorDays })]
}
