import { z } from 'zod'
import { defineEffect } from '../../../kernel/effect.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { findTeam } from '../store/groups.ts'
import { reportingOf, teamChoices } from './index.ts'
import { addToTeam, removeFromTeam } from './store.ts'

/** Lets whoever something was ordered for into a team, for as long as they have it. */
export const joinTeam = defineEffect({
  name: 'identity.joinTeam',
  title: 'identity.reporting.joinTeam',
  input: z.object({ teamId: Id }),
  fields: [
    {
      key: 'teamId',
      title: 'identity.reporting.team',
      choices: async (ctx) => (await teamChoices(ctx)).map(({ id, name }) => ({ value: id, label: name })),
    },
  ],
  async run(ctx, { beneficiaryId, requesterId }, { teamId }) {
    const personId = beneficiaryId ?? requesterId
    if (!(await findTeam(ctx.db, teamId))) throw refuse.conflict('identity.no_such_team', 'identity.reporting.teamGone')
    if (personId === null || !(await reportingOf(ctx, { personIds: [personId], teamIds: [] })).isActive(personId))
      throw refuse.conflict('identity.not_active', 'identity.reporting.personGone')
    const hasJoined = await addToTeam(ctx.db, teamId, personId)
    if (hasJoined) ctx.emit({ type: 'person.changed', subject: { kind: 'person', id: personId } })
    return hasJoined
  },
  async undo(ctx, { beneficiaryId, requesterId }, { teamId }, { isNeeded }) {
    if (isNeeded) return
    const personId = beneficiaryId ?? requesterId
    if (personId !== null && (await removeFromTeam(ctx.db, teamId, personId)))
      ctx.emit({ type: 'person.changed', subject: { kind: 'person', id: personId } })
  },
})
