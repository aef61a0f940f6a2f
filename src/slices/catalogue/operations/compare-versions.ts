import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { type Change, changesBetween } from '../changes.ts'
import { findEditable } from '../store/services.ts'
import { findVersion } from '../store/versions.ts'

const Version = z.coerce.number().int().min(1).max(1_000_000)

export const compareVersions = defineOperation({
  name: 'catalogue.compareVersions',
  summary: 'What differs between two versions of a service',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/services/{id}/versions/{from}/changes' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ id: Id, from: Version, to: Version }),
  output: z.object({
    changes: z.array(z.object({ path: z.array(z.string()), before: z.string(), after: z.string() })),
  }),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { id, from, to }): Promise<{ changes: Change[] }> {
    const before = await findVersion(ctx.db, id, from)
    const after = await findVersion(ctx.db, id, to)
    if (!before || !after) throw refuse.notFound()
    return { changes: changesBetween(before, after) }
  },
})
