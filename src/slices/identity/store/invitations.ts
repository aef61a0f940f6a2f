import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'

export interface NewInvitation {
  email: string
  name: string
  language: Lang
  portal: string
  roleIds: string[]
  secretHash: string
  invitedBy: string | null
  /** Seconds. */
  lifetime: number
}

export async function insertInvitation(db: Database, invitation: NewInvitation): Promise<string> {
  const { id } = await db
    .insertInto('invitations')
    .values({
      email: invitation.email,
      name: invitation.name,
      language: invitation.language,
      portal: invitation.portal,
      role_ids: invitation.roleIds,
      secret_hash: invitation.secretHash,
      invited_by: invitation.invitedBy,
      expires_at: sql<Date>`now() + make_interval(secs => ${invitation.lifetime})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** An invitation that can be accepted, with who invited and whether the address has an account already. */
export async function findOpenInvitation(db: Database, secretHash: string) {
  return db
    .selectFrom('invitations as i')
    .leftJoin('persons as by', 'by.id', 'i.invited_by')
    .leftJoin('persons as p', 'p.email', 'i.email')
    .select(['i.id', 'i.email', 'i.name', 'i.language', 'i.role_ids', 'by.name as inviter', 'p.id as person_id'])
    .where('i.secret_hash', '=', secretHash)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
}

/** Marks it accepted; false when somebody was quicker. */
export async function acceptInvitationRow(db: Database, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set({ accepted_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Open invitations, newest first. */
export async function listOpenInvitations(db: Database, limit: number) {
  return db
    .selectFrom('invitations as i')
    .leftJoin('persons as by', 'by.id', 'i.invited_by')
    .select(['i.id', 'i.email', 'i.name', 'i.created_at', 'i.expires_at', 'by.name as inviter'])
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .orderBy('i.created_at', 'desc')
    .limit(limit)
    .execute()
}

export async function withdrawInvitationRow(db: Database, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set({ withdrawn_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
