import { z } from 'zod'
import { checkDefinition } from '../../../kernel/form/check-definition.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { VersionNumber } from '../../../kernel/schema.ts'
import { findNewest, setPublished } from '../store/forms.ts'
import { FormKey } from '../views.ts'

/** Lets people fill in the newest version. What they have begun goes on with the version that it was begun with. */
export const publishForm = defineOperation({
  name: 'forms.publish',
  summary: 'Publish the newest version of a form; drafts go on with the version they were begun with',
  kind: 'command',
  http: { method: 'POST', path: '/forms/{key}/publication' },
  channels: ['web', 'api', 'mcp'],
  requires: 'forms.manage',
  input: z.object({ key: FormKey, base: VersionNumber.describe('The version that was looked at') }),
  output: z.object({ version: z.number().int() }),
  load: (ctx, { key }) => findNewest(ctx.db, key, { lock: true }),
  async handle(ctx, { base }, form) {
    if (base !== form.newest) throw refuse.conflict('forms.changed_meanwhile', 'forms.change.meanwhile')
    const problems = checkDefinition(form.definition)
    if (problems.length > 0)
      throw refuse.conflict('forms.has_problems', 'forms.publish.problems', { count: problems.length })
    await setPublished(ctx.db, form.id, form.newest, ctx.now())
    ctx.emit({ type: 'form.published', subject: { kind: 'form', id: form.id }, payload: { version: form.newest } })
    return { version: form.newest }
  },
})
