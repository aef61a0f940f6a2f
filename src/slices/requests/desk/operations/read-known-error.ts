import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { parseReference } from '../../../../kernel/ids.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { KnownErrorView, knownErrorView } from '../known-error-view.ts'
import { findKnownError } from '../store/known-errors.ts'

/** How the desk names a known error. */
export const KnownErrorReference = z.string().max(40).describe('`K-101-X`')

/** The known error of a reference. */
export async function loadKnownError(ctx: Ctx, reference: string, options: { lock?: boolean } = {}) {
  const number = parseReference('K', reference)
  return number === null ? undefined : findKnownError(ctx.db, number, options)
}

/** A known error with the requests that hang on it. */
export const readKnownError = defineOperation({
  name: 'requests.readKnownError',
  summary: 'Read a known error with the requests that hang on it',
  kind: 'query',
  http: { method: 'GET', path: '/desk/known-errors/{error}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'requests.work',
  input: z.object({ error: KnownErrorReference }),
  output: KnownErrorView,
  load: (ctx, { error }) => loadKnownError(ctx, error),
  handle: (ctx, _input, known) => knownErrorView(ctx, known),
})
