import { sql } from 'kysely'
import type { Ctx, Database } from '../../../../kernel/ctx.ts'

/** Who was not heard of for so long has gone, seconds. Open pages say that they are there every 30. */
const GONE_S = 75
/** Who has typed nothing for so long is not writing any more. */
const QUIET_S = 20

/** Somebody at a request: there now, or with a draft left there. */
export interface Seat {
  personId: string
  isHere: boolean
  isWriting: boolean
  draft: string
  draftAs: 'answer' | 'note'
}

/** Who is at a request, and one's own draft; at most 20. */
export async function listSeats(ctx: Ctx, requestId: string): Promise<Seat[]> {
  const now = ctx.now().getTime()
  const here = new Date(now - GONE_S * 1000)
  const rows = await ctx.db
    .selectFrom('desk_seats')
    .select(['person_id', 'seen_at', 'writing_at', 'draft', 'draft_as'])
    .where('request_id', '=', requestId)
    .where((eb) => eb.or([eb('seen_at', '>', here), eb('person_id', '=', ctx.actor.personId)]))
    .orderBy('seen_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    isHere: row.seen_at > here,
    isWriting: row.writing_at !== null && row.writing_at.getTime() > now - QUIET_S * 1000,
    draft: row.draft,
    draftAs: row.draft_as as 'answer' | 'note',
  }))
}

interface Sitting {
  isOpen: boolean
  isWriting: boolean
  /** Undefined: the draft stays as it is. */
  draft: { as: 'answer' | 'note'; text: string } | undefined
}

export async function putSeat(ctx: Ctx, requestId: string, { isOpen, isWriting, draft }: Sitting) {
  const own = {
    seen_at: isOpen ? ctx.now() : new Date(0),
    writing_at: isWriting ? ctx.now() : null,
    ...(draft ? { draft: draft.text, draft_as: draft.as } : {}),
  }
  await ctx.db
    .insertInto('desk_seats')
    .values({ request_id: requestId, person_id: ctx.actor.personId as string, ...own })
    .onConflict((c) => c.columns(['request_id', 'person_id']).doUpdateSet(own))
    .execute()
}

/** The draft was sent, or is not wanted any more. */
export async function clearDraft(ctx: Ctx, requestId: string) {
  await ctx.db
    .updateTable('desk_seats')
    .set({ draft: '', writing_at: null })
    .where('request_id', '=', requestId)
    .where('person_id', '=', ctx.actor.personId)
    .execute()
}

/** Forgets seats without a draft that nobody has sat on for a day, and drafts after a month. */
export async function tidySeats(db: Database, now: Date): Promise<void> {
  const day = new Date(now.getTime() - 86_400_000)
  const month = new Date(now.getTime() - 30 * 86_400_000)
  await db
    .deleteFrom('desk_seats')
    .where((eb) =>
      eb.or([
        eb.and([eb('seen_at', '<', day), eb('draft', '=', '')]),
        eb.and([eb('seen_at', '<', month), sql<boolean>`coalesce(writing_at, seen_at) < ${month}`]),
      ]),
    )
    .execute()
}
