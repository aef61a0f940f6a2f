import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { findNewest, setArchived } from '../store/forms.ts'
import { FormKey } from '../views.ts'

/** Takes a form out of use, or back into it. What was answered with it stays readable. */
export const archiveForm = defineOperation({
  name: 'forms.archive',
  summary: 'Put a form away so that nobody can begin it, or take it out again',
  kind: 'command',
  http: { method: 'PUT', path: '/forms/{key}/archived' },
  channels: ['web', 'api'],
  requires: 'forms.manage',
  input: z.object({ key: FormKey, isArchived: z.boolean() }),
  output: z.object({}),
  load: (ctx, { key }) => findNewest(ctx.db, key, { lock: true }),
  async handle(ctx, { isArchived }, form) {
    await setArchived(ctx.db, form.id, isArchived ? ctx.now() : null, ctx.now())
    ctx.emit({ type: isArchived ? 'form.archived' : 'form.taken-out', subject: { kind: 'form', id: form.id } })
    return {}
  },
})
