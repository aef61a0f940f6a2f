import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { leadingOf } from '../leading.ts'
import { deletePhrase } from '../store/phrases.ts'

/** Removes a template or a macro. Answers that were written with it stay. */
export const dropPhrase = defineOperation({
  name: 'requests.dropPhrase',
  summary: 'Remove a template or a macro of the desk',
  kind: 'command',
  http: { method: 'DELETE', path: '/desk/phrases/{kind}/{id}' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({ kind: z.enum(['template', 'macro']), id: Id }),
  output: z.object({}),
  async handle(ctx, { kind, id }) {
    const table = kind === 'template' ? 'desk_templates' : 'desk_macros'
    const isGone = await deletePhrase(ctx.db, table, id, await leadingOf(ctx))
    if (!isGone) throw refuse.notFound()
    return {}
  },
})
