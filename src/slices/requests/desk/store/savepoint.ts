import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'

/** Begins something that may be undone on its own within the command. */
export async function keep(db: Database) {
  await sql`savepoint row`.execute(db)
}

/** It is done. */
export async function forget(db: Database) {
  await sql`release savepoint row`.execute(db)
}

/** It is as if it had not begun. */
export async function undoTo(db: Database) {
  await sql`rollback to savepoint row`.execute(db)
}
