import type { Ctx } from '../../../kernel/ctx.ts'

/** Everything that the slice keeps about a person. */
export async function exportPerson(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const journeys = await ctx.db
    .selectFrom('flow_journeys')
    .innerJoin('flows', 'flows.id', 'flow_journeys.flow_id')
    .select([
      'flows.key',
      'flow_journeys.version',
      'trail',
      'at_step',
      'ended',
      'helped',
      'flow_journeys.created_at',
      'flow_journeys.changed_at',
    ])
    .where('person_id', '=', personId)
    .orderBy('flow_journeys.id')
    .execute()
  return { journeys }
}

export async function erasePerson(ctx: Ctx, personId: string): Promise<void> {
  await ctx.db.deleteFrom('flow_journeys').where('person_id', '=', personId).execute()
  await ctx.db.updateTable('flows').set({ changed_by: null }).where('changed_by', '=', personId).execute()
  await ctx.db.updateTable('flow_versions').set({ published_by: null }).where('published_by', '=', personId).execute()
}
