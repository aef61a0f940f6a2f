import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Ctx } from '../../../kernel/ctx.ts'
import { findPasswordHash, putPassword } from '../store/sign-in.ts'

/** Whether this is the person's password. Takes as long when there is none. */
export async function isOwnPassword(ctx: Ctx, personId: string, password: string): Promise<boolean> {
  const hash = await findPasswordHash(ctx.db, personId)
  if (hash) return verifyPassword({ hash, password })
  await hashPassword(password)
  return false
}

/** Puts a new password in place; whether it may be chosen has been decided before. */
export async function putNewPassword(ctx: Ctx, personId: string, password: string): Promise<void> {
  await putPassword(ctx.db, personId, await hashPassword(password))
}
