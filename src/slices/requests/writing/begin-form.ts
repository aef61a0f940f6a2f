import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { createDraft, latestForm } from '../../forms/index.ts'
import { textIn } from '../../identity/index.ts'
import { isOfferedTo, TypeKey } from '../request-type.ts'
import { findKnownType } from '../store/types.ts'

/** Begins to fill in the form of a kind; what is typed is kept on the server from the first field on. */
export const beginForm = defineOperation({
  name: 'requests.beginForm',
  summary: 'Begin to fill in the form of a kind of request',
  kind: 'command',
  http: { method: 'POST', path: '/request-kinds/{type}/drafts' },
  channels: ['web', 'api'],
  requires: 'anyone',
  rateLimit: { limit: 30, seconds: 3600, visitors: 300 },
  input: z.object({ type: TypeKey }),
  output: z.object({ address: z.string().describe('Of the draft: `/fill/{address}`') }),
  load: async (ctx, { type }) => {
    const kind = await findKnownType(ctx, type)
    const form = kind?.formKey && isOfferedTo(kind, ctx.actor) ? await latestForm(ctx, kind.formKey) : undefined
    return kind && form ? { kind, form } : undefined
  },
  async handle(ctx, _input, { kind, form }) {
    const title = textIn(kind.names, ctx.lang, kind.key)
    const purpose = { kind: 'request', title, path: `/contact/${kind.key}` }
    return { address: await createDraft(ctx, { formId: form.id, purpose }) }
  },
})
