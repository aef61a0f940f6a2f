import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { ARRIVALS, bringForm } from '../../forms/index.ts'
import { audienceChoices } from '../../identity/index.ts'
import { Definition } from '../content.ts'
import { freeKey } from '../keys.ts'
import { listCategories } from '../store/categories.ts'
import { insertService, isKeyTaken, nextPosition } from '../store/versions.ts'
import { ServiceFile } from '../transfer.ts'

/** Reads a service from a file, as a new one that nobody sees until it is published. */
export const importService = defineOperation({
  name: 'catalogue.import',
  summary: 'Read a service from a file, as a draft',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/services/import' },
  channels: ['web', 'api'],
  requires: 'catalogue.manage',
  input: z.object({ file: ServiceFile }),
  output: z.object({
    id: Id,
    key: z.string(),
    form: z
      .object({ key: z.string(), came: z.enum(ARRIVALS) })
      .nullable()
      .describe(
        'The form that it asks for: created from the file, present here before, not published here, or missing',
      ),
  }),
  async handle(ctx, { file }) {
    const audience = file.audience ? (await audienceChoices(ctx)).find((one) => one.key === file.audience) : null
    // Without its audience it would be open to everybody.
    if (file.audience && !audience)
      throw refuse.field('file', 'catalogue.refusal.unknownAudience', { audience: file.audience })
    const category = (await listCategories(ctx.db)).find((one) => one.key === file.category)
    const { formKey } = file.definition
    const form = formKey === null ? null : { key: formKey, came: await bringForm(ctx, formKey, file.form) }
    const definition = Definition.parse({
      ...file.definition,
      formKey: form?.came === 'missing' ? null : formKey,
      categoryId: category?.id ?? null,
      audienceId: audience?.id ?? null,
      ownerId: ctx.actor.personId,
    })
    const key = await freeKey(file.key, (one) => isKeyTaken(ctx.db, one))
    const note = ctx.t('catalogue.transfer.note')
    const id = await insertService(ctx, { key, position: await nextPosition(ctx.db), definition, note })
    ctx.emit({ type: 'service.created', subject: { kind: 'service', id } })
    return { id, key, form }
  },
})
