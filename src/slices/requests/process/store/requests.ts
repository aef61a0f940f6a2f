import type { Database } from '../../../../kernel/ctx.ts'
import { findById, type Request } from '../../store/requests.ts'

/** A request whose items nobody else can decide or finish until the command is done. */
export async function lockRequest(db: Database, id: string): Promise<Request | undefined> {
  const locked = await db.selectFrom('requests').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && findById(db, id)
}
