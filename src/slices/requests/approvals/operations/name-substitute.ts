import { z } from 'zod'
import { may } from '../../../../kernel/actor.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { cleanLine, Day, Id } from '../../../../kernel/schema.ts'
import { reportingOf } from '../../../identity/index.ts'
import { OVERSEE } from '../permission.ts'
import { insertSubstitution } from '../store/substitutions.ts'
import { todayOf } from '../today.ts'
import { SubstitutionView, substitutionViews } from './list-substitutions.ts'

/** Somebody names who decides for them in a time; those who oversee approvals may do it for somebody who is ill. */
export const nameSubstitute = defineOperation({
  name: 'requests.nameSubstitute',
  summary: 'Name who decides for me from one day to another, both included',
  kind: 'command',
  http: { method: 'POST', path: '/substitutions' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({
    substituteId: Id,
    from: Day,
    until: Day,
    note: z.string().max(200).optional(),
    personId: Id.optional().describe('For whom, when not for oneself; needs `requests.oversee`'),
  }),
  output: SubstitutionView,
  access: (ctx, { personId }) => personId === undefined || personId === ctx.actor.personId || may(ctx.actor, OVERSEE),
  async handle(ctx, { substituteId, from, until, note, personId }) {
    const absent = personId ?? ctx.actor.personId
    if (absent === null) throw refuse.forbidden()
    if (substituteId === absent) throw refuse.field('substituteId', 'requests.substitutes.notYourself')
    const [fromDay, untilDay] = [String(from), String(until)]
    if (untilDay < fromDay) throw refuse.field('until', 'requests.substitutes.endsBefore')
    if (untilDay < (await todayOf(ctx))) throw refuse.field('until', 'requests.substitutes.past')
    const reporting = await reportingOf(ctx, { personIds: [absent, substituteId], teamIds: [] })
    if (!reporting.isActive(substituteId)) throw refuse.field('substituteId', 'requests.substitutes.unknown')
    if (!reporting.isActive(absent)) throw refuse.field('personId', 'requests.substitutes.unknown')
    const made = await insertSubstitution(ctx.db, {
      person_id: absent,
      substitute_id: substituteId,
      from_day: fromDay,
      until_day: untilDay,
      note: cleanLine(note ?? '') || null,
      created_by: ctx.actor.personId,
    })
    if (!made) throw refuse.field('from', 'requests.substitutes.overlaps')
    ctx.emit({
      type: 'substitute.named',
      subject: { kind: 'substitution', id: made.id },
      payload: { personId: absent, substituteId, portal: ctx.actor.portal },
    })
    const [view] = await substitutionViews(ctx, [made])
    return view as z.input<typeof SubstitutionView>
  },
})
