import type { Ctx, Database } from '../../../../kernel/ctx.ts'

/** Colleagues who hear of what goes on in a request; at most 50. */
export async function listWatchers(db: Database, requestId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('request_watchers')
    .select('person_id')
    .where('request_id', '=', requestId)
    .orderBy('at')
    .orderBy('person_id')
    .limit(50)
    .execute()
  return rows.map((row) => row.person_id)
}

export async function addWatchers(ctx: Ctx, requestId: string, personIds: readonly string[]) {
  if (personIds.length === 0) return
  await ctx.db
    .insertInto('request_watchers')
    .values(personIds.map((person_id) => ({ request_id: requestId, person_id, at: ctx.now() })))
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function removeWatcher(db: Database, requestId: string, personId: string) {
  await db
    .deleteFrom('request_watchers')
    .where('request_id', '=', requestId)
    .where('person_id', '=', personId)
    .execute()
}
