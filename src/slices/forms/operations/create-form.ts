import { z } from 'zod'
import { FormDefinition, LocalText } from '../../../kernel/form/definition.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { insertForm } from '../store/forms.ts'
import { FormKey } from '../views.ts'

/** A new form: empty, or with everything that is asked. */
export const createForm = defineOperation({
  name: 'forms.create',
  summary: 'Create a form, empty or with its definition',
  kind: 'command',
  http: { method: 'POST', path: '/forms' },
  channels: ['web', 'api', 'mcp'],
  requires: 'forms.manage',
  input: z.object({ key: FormKey, title: LocalText, definition: FormDefinition.optional() }),
  output: z.object({ key: z.string() }),
  async handle(ctx, { key, title, definition }) {
    const empty = { title, pages: [{ id: 'page-1', title, fields: [] }] }
    const authorId = ctx.actor.personId
    const id = await insertForm(ctx.db, { key, definition: definition ?? empty, authorId, now: ctx.now() })
    if (!id) throw refuse.field('key', 'forms.key.taken')
    ctx.emit({ type: 'form.created', subject: { kind: 'form', id } })
    return { key }
  },
})
