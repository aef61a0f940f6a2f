import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { differences } from '../differences.ts'
import { findNewest, findVersion } from '../store/forms.ts'
import { FormKey } from '../views.ts'

/** What publishing would change for people, in words. */
export const compareWithPublished = defineOperation({
  name: 'forms.compareWithPublished',
  summary: 'Say in words what the newest version of a form changes against the published one',
  kind: 'query',
  http: { method: 'GET', path: '/forms/{key}/unpublished' },
  channels: ['web', 'api'],
  requires: 'forms.manage',
  input: z.object({ key: FormKey }),
  output: z.object({ changes: z.array(z.string()) }),
  load: (ctx, { key }) => findNewest(ctx.db, key),
  async handle(ctx, _input, form) {
    const published = form.published === null ? undefined : await findVersion(ctx.db, form.id, form.published)
    return { changes: published ? differences(published.definition, form.definition, ctx.t, ctx.lang) : [] }
  },
})
