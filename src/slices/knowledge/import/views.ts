import { z } from 'zod'
import { Id, Instant } from '../../../kernel/schema.ts'
import type { ImportRow } from './imports-store.ts'

/** An import begun in the browser, with its report so far. */
export const ImportView = z.object({
  id: Id,
  fileName: z.string(),
  isDryRun: z.boolean(),
  state: z.enum(['waiting', 'done', 'failed']),
  problem: z.enum(['nothing_readable', 'damaged', 'too_large']).nullable(),
  read: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  reasons: z.array(
    z.object({ where: z.string(), key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  changes: z.array(z.object({ key: z.string(), langs: z.array(z.string()), isNew: z.boolean() })),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
})

export function viewOfImport(row: ImportRow) {
  const { read = 0, added = 0, changed = 0, unchanged = 0, refused = 0, reasons = [], changes = [] } = row.report ?? {}
  return {
    ...{ read, added, changed, unchanged, refused, changes },
    reasons: reasons.map(({ where, key, values = {} }) => ({ where, key, values })),
    id: row.id,
    fileName: row.file_name,
    isDryRun: row.is_dry_run,
    state: row.state,
    problem: row.problem,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }
}
