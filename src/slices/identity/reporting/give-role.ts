import { z } from 'zod'
import { defineEffect } from '../../../kernel/effect.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { textIn } from '../rules.ts'
import { giveRole as give, takeRole } from '../store/belonging.ts'
import { findRoleByKey, listRoleRows } from '../store/roles.ts'
import { reportingOf } from './index.ts'

/**
 * Gives whoever something was ordered for a role, for as long as they have it: what is meant for people of the role is open to them. Only roles
 * that hold no permissions can be had so; the others are given by people, not by an order.
 */
export const giveRole = defineEffect({
  name: 'identity.giveRole',
  title: 'identity.reporting.giveRole',
  input: z.object({ role: z.string().min(1).max(100).describe('Key of a role that holds no permissions') }),
  fields: [
    {
      key: 'role',
      title: 'identity.reporting.role',
      choices: async (ctx) =>
        (await listRoleRows(ctx.db))
          .filter((role) => role.permissions.length === 0)
          .map(({ key, names }) => ({ value: key, label: textIn(names, ctx.lang, key) })),
    },
  ],
  async run(ctx, { beneficiaryId, requesterId }, { role: key }) {
    const personId = beneficiaryId ?? requesterId
    const role = await findRoleByKey(ctx.db, key)
    if (!role || role.permissions.length > 0)
      throw refuse.conflict('identity.no_such_role', 'identity.reporting.roleGone')
    if (personId === null || !(await reportingOf(ctx, { personIds: [personId], teamIds: [] })).isActive(personId))
      throw refuse.conflict('identity.not_active', 'identity.reporting.personGone')
    const isNew = await give(ctx.db, personId, role.id)
    if (isNew) ctx.emit({ type: 'person.changed', subject: { kind: 'person', id: personId } })
    return isNew
  },
  async undo(ctx, { beneficiaryId, requesterId }, { role: key }, { isNeeded }) {
    if (isNeeded) return
    const personId = beneficiaryId ?? requesterId
    const role = await findRoleByKey(ctx.db, key)
    if (personId !== null && role && (await takeRole(ctx.db, personId, role.id)))
      ctx.emit({ type: 'person.changed', subject: { kind: 'person', id: personId } })
  },
})
