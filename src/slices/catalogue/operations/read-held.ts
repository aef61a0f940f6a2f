import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { HeldView, heldView } from '../held-view.ts'
import { findHeld } from '../store/held.ts'

export const readHeld = defineOperation({
  name: 'catalogue.readMyService',
  summary: 'Read a service that I have: since when, what it costs, how it ends',
  kind: 'query',
  http: { method: 'GET', path: '/my-services/{id}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: HeldView,
  load: (ctx, { id }) => findHeld(ctx, id),
  handle: async (ctx, _input, held) => heldView(ctx, held),
})
