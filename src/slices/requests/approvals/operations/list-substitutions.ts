import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Day, Id } from '../../../../kernel/schema.ts'
import { namesOfPersons } from '../../../identity/index.ts'
import { listSubstitutionsOf, type Substitution } from '../store/substitutions.ts'
import { todayOf } from '../today.ts'

export const SubstitutionView = z.object({
  id: Id,
  person: z.object({ id: Id, name: z.string() }),
  substitute: z.object({ id: Id, name: z.string() }),
  from: Day,
  until: Day.describe('The last day, included'),
  note: z.string().nullable(),
  isNow: z.boolean(),
})

/** Who decides for me while I am away, and for whom I decide. */
export const listSubstitutions = defineOperation({
  name: 'requests.listSubstitutions',
  summary: 'List who decides for me while I am away, and for whom I decide: now and later',
  kind: 'query',
  http: { method: 'GET', path: '/substitutions' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({}),
  output: z.object({ mine: z.array(SubstitutionView), forOthers: z.array(SubstitutionView) }),
  examples: [{ title: 'My substitutes', input: {} }],
  async handle(ctx) {
    const me = ctx.actor.personId
    if (me === null) return { mine: [], forOthers: [] }
    const views = await substitutionViews(ctx, await listSubstitutionsOf(ctx.db, me, await todayOf(ctx)))
    return {
      mine: views.filter((one) => one.person.id === me),
      forOthers: views.filter((one) => one.substitute.id === me),
    }
  },
})

/** Substitutions with names. */
export async function substitutionViews(
  ctx: Ctx,
  rows: readonly Substitution[],
): Promise<z.input<typeof SubstitutionView>[] & { person: { id: string }; substitute: { id: string } }[]> {
  const names = await namesOfPersons(
    ctx,
    rows.flatMap((row) => [row.person_id, row.substitute_id]),
  )
  const today = await todayOf(ctx)
  const person = (id: string) => ({ id, name: names.get(id) ?? '—' })
  return rows.map((row) => ({
    id: row.id,
    person: person(row.person_id),
    substitute: person(row.substitute_id),
    from: row.from_day,
    until: row.until_day,
    note: row.note,
    isNow: row.from_day <= today && today <= row.until_day,
  }))
}
