import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { publishedFormFile } from '../../forms/index.ts'
import { audienceChoices } from '../../identity/index.ts'
import { listCategories } from '../store/categories.ts'
import { findEditable } from '../store/services.ts'
import { ServiceFile } from '../transfer.ts'

/** A service as a file that another installation can read: ids are replaced by keys, which mean the same there. */
export const exportService = defineOperation({
  name: 'catalogue.export',
  summary: 'The newest version of a service as a file',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/services/{id}/file' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: ServiceFile,
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, _input, { key, definition }) {
    const { categoryId, audienceId, ownerId: _owner, pictureId: _picture, related: _related, ...rest } = definition
    const form = definition.formKey === null ? undefined : await publishedFormFile(ctx, definition.formKey)
    return {
      kind: 'theke.service' as const,
      version: 1 as const,
      key,
      category: (await listCategories(ctx.db)).find((one) => one.id === categoryId)?.key ?? null,
      audience: (await audienceChoices(ctx)).find((one) => one.id === audienceId)?.key ?? null,
      definition: form ? { ...rest, formKey: form.key } : rest,
      ...(form ? { form } : {}),
    }
  },
})
