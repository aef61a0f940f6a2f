import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { VersionNumber } from '../../../kernel/schema.ts'
import { saveVersion } from '../save-version.ts'
import { findNewest, findVersion } from '../store/forms.ts'
import { FormKey } from '../views.ts'

/** Back to an earlier version: it is saved once more, as the newest. */
export const restoreForm = defineOperation({
  name: 'forms.restore',
  summary: 'Go back to an earlier version of a form; it becomes the newest',
  kind: 'command',
  http: { method: 'POST', path: '/forms/{key}/restoration' },
  channels: ['web', 'api'],
  requires: 'forms.manage',
  input: z.object({ key: FormKey, version: VersionNumber }),
  output: z.object({ version: z.number().int() }),
  load: (ctx, { key }) => findNewest(ctx.db, key, { lock: true }),
  async handle(ctx, { version }, form) {
    const earlier = await findVersion(ctx.db, form.id, version)
    if (!earlier) throw refuse.notFound()
    return { version: await saveVersion(ctx, form, form.newest, earlier.definition) }
  },
})
