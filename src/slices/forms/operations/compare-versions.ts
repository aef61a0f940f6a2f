import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { VersionNumber } from '../../../kernel/schema.ts'
import { differences } from '../differences.ts'
import { type FormVersion, findNewest, findVersion } from '../store/forms.ts'
import { FormKey } from '../views.ts'

/** What changes for people from one version to another, in words. */
export const compareVersions = defineOperation({
  name: 'forms.compareVersions',
  summary:
    'Say in words what changes from one version of a form to another; by default what publishing the newest would change',
  kind: 'query',
  http: { method: 'GET', path: '/forms/{key}/differences' },
  channels: ['web', 'api', 'mcp'],
  requires: 'forms.manage',
  input: z.object({
    key: FormKey,
    from: VersionNumber.optional().describe('By default the published version; without one there are no differences'),
    to: VersionNumber.optional().describe('By default the newest version'),
  }),
  output: z.object({ changes: z.array(z.string()) }),
  examples: [{ title: 'What publishing would change', input: { key: 'new-laptop' } }],
  load: (ctx, { key }) => findNewest(ctx.db, key),
  async handle(ctx, { from, to }, newest) {
    const versionOf = async (version: number): Promise<FormVersion> => {
      const found = version === newest.version ? newest : await findVersion(ctx.db, newest.id, version)
      if (!found) throw refuse.notFound()
      return found
    }
    const start = from ?? newest.published
    if (start === null) return { changes: [] }
    const [before, after] = await Promise.all([versionOf(start), versionOf(to ?? newest.version)])
    return { changes: differences(before.definition, after.definition, ctx.t, ctx.lang) }
  },
})
