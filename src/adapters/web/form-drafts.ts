import { createHash } from 'node:crypto'
import type { Database } from '../../kernel/ctx.ts'
import { newSecret } from '../../kernel/ids.ts'

/** Name of the cookie that holds the secret of an interrupted form. */
export const DRAFT_COOKIE = 'theke_draft'
/** Seconds for which an interrupted form waits for its owner. */
export const DRAFT_LIFETIME = 24 * 3600

const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Keeps the fields of a form whose sender turned out not to be signed in any more. Gives the secret that opens it. */
export async function keepDraft(db: Database, path: string, action: string, values: Record<string, string | string[]>) {
  const secret = newSecret()
  await db
    .insertInto('form_drafts')
    .values({ secret_hash: hash(secret), path, fields: JSON.stringify({ action, values }) })
    .execute()
  return secret
}

/** Gives an interrupted form back, once, on the page that it belongs to. */
export async function takeDraft(db: Database, path: string, secret: string) {
  const row = await db
    .deleteFrom('form_drafts')
    .where('secret_hash', '=', hash(secret))
    .where('path', '=', path)
    .returning('fields')
    .executeTakeFirst()
  return row ? (row.fields as unknown as { action: string; values: Record<string, string | string[]> }) : null
}
