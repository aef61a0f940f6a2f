import { sql } from 'kysely'
import type { Job } from '../kernel/slice.ts'
import { forgetOldCounts } from './limits/count-call.ts'

/** Work that keeps the platform's own tables small. */
export const housekeeping: readonly Job[] = [
  {
    name: 'platform.housekeeping',
    schedule: '17 3 * * *',
    async handle(ctx) {
      await sql`delete from idempotency_keys where created_at < now() - interval '1 day'`.execute(ctx.db)
      await sql`delete from form_drafts where created_at < now() - interval '1 day'`.execute(ctx.db)
      await forgetOldCounts(ctx.db)
    },
  },
]
