import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { findImport } from '../imports-store.ts'
import { ImportView, viewOfImport } from '../views.ts'

/** Reads how far an import has come, and what was refused and why. */
export const readImport = defineOperation({
  name: 'knowledge.readImport',
  summary: 'Read the report of an import',
  kind: 'query',
  http: { method: 'GET', path: '/imports/{id}' },
  channels: ['web', 'api'],
  requires: 'knowledge.manage',
  input: z.object({ id: Id }),
  output: ImportView,
  load: (ctx, { id }) => findImport(ctx, id),
  handle: async (_ctx, _input, row) => viewOfImport(row),
})
