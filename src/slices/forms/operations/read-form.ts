import { z } from 'zod'
import { checkDefinition } from '../../../kernel/form/check-definition.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { VersionNumber } from '../../../kernel/schema.ts'
import { namesOfPersons } from '../../identity/index.ts'
import { findNewest, findVersion } from '../store/forms.ts'
import { FormKey, FormView } from '../views.ts'

/** A form to work on: the newest version, or another one, and what keeps it from being published. */
export const readForm = defineOperation({
  name: 'forms.read',
  summary: 'Read a version of a form, by default the newest, and what keeps it from being published',
  kind: 'query',
  http: { method: 'GET', path: '/forms/{key}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'forms.manage',
  input: z.object({ key: FormKey, version: VersionNumber.optional() }),
  output: FormView,
  examples: [{ title: 'The form for new laptops', input: { key: 'new-laptop' } }],
  async load(ctx, { key, version }) {
    const newest = await findNewest(ctx.db, key)
    return newest && version ? findVersion(ctx.db, newest.id, version) : newest
  },
  async handle(ctx, _input, form) {
    const names = await namesOfPersons(ctx, form.authorId ? [form.authorId] : [])
    return {
      ...form,
      isArchived: form.archivedAt !== null,
      savedBy: names.get(form.authorId ?? '') ?? null,
      problems: checkDefinition(form.definition).map(({ page, field, key, values }) => ({
        page,
        field,
        text: ctx.t(key, values),
      })),
    }
  },
})
