import { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { countAdministrators, listBelonging, setBelonging, setRoles } from '../store/belonging.ts'
import { existingGroups } from '../store/groups.ts'
import { findPerson } from '../store/persons.ts'
import { existingRoles, permissionsOfRoles } from '../store/roles.ts'

const Ids = z.array(Id).max(100)

export const changeBelonging = defineOperation({
  name: 'identity.changeBelonging',
  summary: 'Give a person exactly these roles, teams and organisations. Nobody can give more than they may themselves.',
  kind: 'command',
  http: { method: 'PUT', path: '/people/{id}/belonging' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  input: z.object({ id: Id, roles: Ids, teams: Ids, organisations: Ids }),
  output: z.object({}),
  load: (ctx, { id }) => findPerson(ctx.db, id),
  access: (_ctx, _input, person) => person.state !== 'erased',
  async handle(ctx, { id, roles, teams, organisations }) {
    const before = (await listBelonging(ctx.db, id)).roles.map((role) => role.id)
    const given = await existingRoles(ctx.db, roles)
    const changed = [
      ...given.map((role) => role.id).filter((one) => !before.includes(one)),
      ...before.filter((one) => !roles.includes(one)),
    ]
    const permissions = await permissionsOfRoles(ctx.db, changed)
    if (permissions.some((permission) => !may(ctx.actor, permission)))
      throw refuse.field('roles', 'identity.roles.beyondYours')
    await setRoles(
      ctx.db,
      id,
      given.map((role) => role.id),
    )
    await setBelonging(ctx.db, id, {
      teams: await existingGroups(ctx.db, 'teams', teams),
      organisations: await existingGroups(ctx.db, 'organisations', organisations),
    })
    if (changed.length > 0 && (await countAdministrators(ctx.db)) === 0 && permissions.includes('*'))
      throw refuse.field('roles', 'identity.lastAdministrator')
    ctx.emit({ type: 'person.changed', subject: { kind: 'person', id } })
    return {}
  },
})
