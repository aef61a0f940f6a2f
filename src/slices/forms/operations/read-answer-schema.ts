import { z } from 'zod'
import { formJsonSchema } from '../../../kernel/form/json-schema.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { contextOf } from '../filling.ts'
import { findPublished } from '../store/forms.ts'
import { FormKey } from '../views.ts'

/** What answers to a published form look like, as JSON Schema: what the API accepts, no more and no less. */
export const readAnswerSchema = defineOperation({
  name: 'forms.readAnswerSchema',
  summary: 'Read the JSON Schema (2020-12) of the answers that I may give to a published form today',
  kind: 'query',
  http: { method: 'GET', path: '/forms/{key}/answer-schema' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  input: z.object({ key: FormKey }),
  output: z.object({ formId: z.string(), version: z.number().int(), schema: z.record(z.string(), z.unknown()) }),
  examples: [{ title: 'Of the form for new laptops', input: { key: 'new-laptop' } }],
  load: (ctx, { key }) => findPublished(ctx.db, { key }),
  handle: async (ctx, _input, { id, version, definition }) => ({
    formId: id,
    version,
    schema: formJsonSchema(definition, { ...(await contextOf(ctx)), lang: ctx.lang }),
  }),
})
