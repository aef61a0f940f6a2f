import type { Job } from '../../../kernel/slice.ts'
import { tidySeats } from './store/seats.ts'

/** Forgets who sat where, and drafts that nobody came back to. */
export const deskJobs: readonly Job[] = [
  { name: 'requests.tidySeats', schedule: '41 3 * * *', handle: (ctx) => tidySeats(ctx.db, ctx.now()) },
]
