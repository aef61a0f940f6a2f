import { z } from 'zod'
import { refuse } from './refusal.ts'

/** The largest page that any list gives. */
export const MAX_PAGE = 100

/** Input fields of a list: an opaque cursor from the page before, and how many at most (default 20). */
export const PageInput = {
  cursor: z.string().max(500).optional().describe('Opaque cursor: `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(20).describe('How many at most'),
}

/** Output of a list: items and the cursor of the next page (null at the end). */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** Makes a cursor of the sort key of the last row. Opaque to callers; not secret. */
export function encodeCursor(key: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Reads a cursor; refuses with `invalid` when it is not one of ours. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(key) && key.length === length && key.every(isKeyPart)) return key
  } catch {}
  throw refuse.field('cursor', 'refusal.cursor')
}

function isKeyPart(part: unknown): part is string | number | null {
  return part === null || typeof part === 'string' || typeof part === 'number'
}

/** Cuts a list read with `limit + 1` rows to a page, with the cursor of its last row when there is more. */
export function cutPage<T>(rows: T[], limit: number, key: (row: T) => (string | number | null)[]) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null }
}
