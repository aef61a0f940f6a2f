import type { Database } from '../../../kernel/ctx.ts'
import { type Home, PortalDefinition } from '../portal-definition.ts'

/** What the home page of a portal says; undefined for an unknown portal. */
export async function findHome(db: Database, key: string): Promise<Home | undefined> {
  const row = await db.selectFrom('portals').select('definition').where('key', '=', key).executeTakeFirst()
  return row && PortalDefinition.parse(row.definition).home
}
