import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { hashKey } from '../identification.ts'
import { findOpenInvitation } from '../store/invitations.ts'

/** The secret in the link of an invitation. */
export const InvitationSecret = z.string().regex(/^[\w-]{20,100}$/, { error: 'identity.link.broken' })

export const readInvitation = defineOperation({
  name: 'identity.readInvitation',
  summary: 'Read an invitation with the secret of its link.',
  kind: 'query',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 60, seconds: 600, visitors: 600 },
  input: z.object({ secret: InvitationSecret }),
  output: z.object({ name: z.string(), email: z.string(), inviter: z.string().nullable(), hasAccount: z.boolean() }),
  load: (ctx, { secret }) => findOpenInvitation(ctx.db, hashKey(secret)),
  async handle(_ctx, _input, { name, email, inviter, person_id }) {
    return { name, email, inviter, hasAccount: person_id !== null }
  },
})
