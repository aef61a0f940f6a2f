import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { putFavourite } from '../store/own.ts'
import { findVisible } from '../store/services.ts'
import { ServiceKey } from './read.ts'

export const setFavourite = defineOperation({
  name: 'catalogue.setFavourite',
  summary: 'Keep a service as a favourite, or no longer',
  kind: 'command',
  http: { method: 'PUT', path: '/services/{key}/favourite' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ key: ServiceKey, isFavourite: z.boolean() }),
  output: z.object({ isFavourite: z.boolean() }),
  load: (ctx, { key }) => findVisible(ctx, key),
  async handle(ctx, { isFavourite }, service) {
    await putFavourite(ctx, service.id, isFavourite)
    return { isFavourite }
  },
})
