import { randomBytes } from 'node:crypto'
import type { Database } from '../../../kernel/ctx.ts'
import { hashKey } from '../identification.ts'
import { codeOf, plainCode } from './rules.ts'
import { lockOpenSetUp, putCode } from './store.ts'

/** The form in which a code is kept. */
export function hashCode(typed: string): string {
  return hashKey(`set-up ${plainCode(typed)}`)
}

/**
 * The code that opens the set-up page, made at the first call; null when Theke is set up. The same for every process and every start, until
 * it is used, or replaced by a new one.
 */
export async function currentCode(db: Database, secret: string): Promise<string | null> {
  return db.transaction().execute(async (transaction) => {
    const open = await lockOpenSetUp(transaction)
    if (!open) return null
    const code = open.code_seed ? codeOf(secret, open.code_seed) : null
    // With another secret than before the old code can be told to nobody any more.
    if (code && hashCode(code) === open.code_hash) return code
    return newCode(transaction, secret)
  })
}

/** A new code in the place of the one before. Call it with the row locked. */
export async function newCode(db: Database, secret: string): Promise<string> {
  const seed = randomBytes(16).toString('base64url')
  const code = codeOf(secret, seed)
  await putCode(db, seed, hashCode(code))
  return code
}
