import type { Database } from '../../../kernel/ctx.ts'
import type { Priority } from '../rules.ts'

/** A case of the past that was solved. */
interface PastCase {
  type: string
  priority: Priority
  subject: string
  portal: string
  team: string | null
  openedAt: Date
  solvedAt: Date
  workedMinutes: number
}

/** Adds closed cases at once: what predictions are made of. */
export async function insertHistory(db: Database, cases: PastCase[]): Promise<void> {
  await db
    .insertInto('requests')
    .values(
      cases.map((one) => ({
        type: one.type,
        priority: one.priority,
        state: 'closed' as const,
        ending: 'solved' as const,
        subject: one.subject,
        portal: one.portal,
        lang: 'de',
        channel: 'web',
        team_id: one.team,
        answered_at: one.solvedAt,
        solved_at: one.solvedAt,
        closed_at: one.solvedAt,
        worked_minutes: one.workedMinutes,
        created_at: one.openedAt,
        changed_at: one.solvedAt,
      })),
    )
    .execute()
}
