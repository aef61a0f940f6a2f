import { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import { newSecret } from '../../../kernel/ids.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Email, Id, LangSchema, Line } from '../../../kernel/schema.ts'
import { hashKey } from '../identification.ts'
import { INVITATION_LIFETIME } from '../rules.ts'
import { sendInvitation } from '../sign-in/mails.ts'
import { insertInvitation } from '../store/invitations.ts'
import { findPortal } from '../store/portals.ts'
import { existingRoles, permissionsOfRoles } from '../store/roles.ts'
import { Key } from '../views.ts'

export const invitePerson = defineOperation({
  name: 'identity.invitePerson',
  summary: 'Invite somebody by mail: the link opens an account with these roles, valid for two weeks.',
  kind: 'command',
  http: { method: 'POST', path: '/invitations' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  rateLimit: { limit: 200, seconds: 3600 },
  input: z.object({
    name: Line(120),
    email: Email,
    language: LangSchema,
    portal: Key,
    roles: z.array(Id).max(50).default([]),
  }),
  output: z.object({ id: Id }),
  async handle(ctx, { name, email, language, portal, roles }) {
    if (!(await findPortal(ctx.db, portal))) throw refuse.field('portal', 'refusal.choice')
    const roleIds = (await existingRoles(ctx.db, roles)).map((role) => role.id)
    const permissions = await permissionsOfRoles(ctx.db, roleIds)
    if (permissions.some((permission) => !may(ctx.actor, permission)))
      throw refuse.field('roles', 'identity.roles.beyondYours')
    const secret = newSecret()
    const id = await insertInvitation(ctx.db, {
      name,
      email,
      language,
      portal,
      roleIds,
      secretHash: hashKey(secret),
      invitedBy: ctx.actor.personId,
      lifetime: INVITATION_LIFETIME,
    })
    await sendInvitation(ctx, { id, email, name, language, portal, inviter: ctx.actor.name ?? 'Theke' }, secret)
    ctx.emit({ type: 'invitation.sent', subject: { kind: 'invitation', id } })
    return { id }
  },
})
