import type { Job } from '../../kernel/slice.ts'
import { hasEnded } from './deliver.ts'
import { endPlanned, listBegun } from './store/announcements.ts'
import { endDue } from './store/held.ts'

/** Planned announcements begin and end by the clock: pages that were kept must show it. */
const followClock: Job = {
  name: 'catalogue.followClock',
  schedule: '* * * * *',
  async handle(ctx) {
    for (const id of await endPlanned(ctx))
      ctx.emit({ type: 'announcement.ended', subject: { kind: 'announcement', id } })
    // Twice the time between two runs: one that came late misses nothing, and saying it twice does no harm.
    const from = new Date(ctx.now().getTime() - 120_000)
    for (const id of await listBegun(ctx, from))
      ctx.emit({ type: 'announcement.begun', subject: { kind: 'announcement', id } })
  },
}

/** What was cancelled ends after its last day. */
const endMyServices: Job = {
  name: 'catalogue.endMyServices',
  schedule: '20 * * * *',
  async handle(ctx) {
    for (const { id } of await endDue(ctx)) await hasEnded(ctx, id)
  },
}

export const jobs: readonly Job[] = [followClock, endMyServices]
