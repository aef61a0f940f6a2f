import { z } from 'zod'
import { may } from '../../../../kernel/actor.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { OVERSEE } from '../permission.ts'
import { endSubstitutionRow, findSubstitution } from '../store/substitutions.ts'

/** Ends a substitution at once, or takes back one that has not begun. */
export const endSubstitution = defineOperation({
  name: 'requests.endSubstitution',
  summary: 'End a substitution: from now on I decide for myself again',
  kind: 'command',
  http: { method: 'POST', path: '/substitutions/{id}/end' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findSubstitution(ctx.db, id),
  access: (ctx, _input, one) => one.person_id === ctx.actor.personId || may(ctx.actor, OVERSEE),
  async handle(ctx, { id }, one) {
    if (one.ended_at) throw refuse.conflict('requests.substitution_ended', 'requests.substitutes.ended')
    await endSubstitutionRow(ctx.db, id, ctx.now())
    ctx.emit({
      type: 'substitute.ended',
      subject: { kind: 'substitution', id },
      payload: { personId: one.person_id, substituteId: one.substitute_id },
    })
    return {}
  },
})
