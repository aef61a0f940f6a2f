import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { deleteSynonyms } from '../store/synonyms.ts'

export const removeSynonyms = defineOperation({
  name: 'answers.removeSynonyms',
  summary: 'Remove a set of synonyms',
  kind: 'command',
  http: { method: 'DELETE', path: '/search/synonyms/{id}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'answers.manage',
  input: z.object({ id: Id }),
  output: z.object({ id: Id }),
  async handle(ctx, { id }) {
    if (!(await deleteSynonyms(ctx, id))) throw refuse.notFound()
    ctx.emit({ type: 'synonyms.changed', subject: { kind: 'synonyms', id } })
    return { id }
  },
})
