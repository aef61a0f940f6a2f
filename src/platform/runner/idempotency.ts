import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../kernel/ctx.ts'
import { refuse } from '../../kernel/refusal.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')

/**
 * Answers kept under a caller's idempotency key (after draft-ietf-httpapi-idempotency-key-header): the same key with the same input
 * gives the first answer again, with another input is refused. A twin under way is waited for by an advisory lock of the transaction.
 */
export const idempotency = {
  async recall(db: Database, key: string, operation: string, input: string) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
    const row = await db.selectFrom('idempotency_keys').selectAll().where('key', '=', key).executeTakeFirst()
    if (!row) return undefined
    if (row.operation !== operation || row.input_hash !== hash(input))
      throw refuse.conflict('idempotency.reused', 'refusal.idempotency')
    return { answer: row.answer as unknown }
  },
  async keep(db: Database, key: string, operation: string, input: string, answer: unknown) {
    await db
      .insertInto('idempotency_keys')
      .values({ key, operation, input_hash: hash(input), answer: JSON.stringify(answer ?? null) })
      .execute()
  },
}
