import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, Line } from '../../../kernel/schema.ts'
import { Definition } from '../content.ts'
import { freeKey } from '../keys.ts'
import { insertService, isKeyTaken, nextPosition } from '../store/versions.ts'

/** Begins a service with its name; all the rest is written in the editor. */
export const createService = defineOperation({
  name: 'catalogue.create',
  summary: 'Begin a new service',
  kind: 'command',
  http: { method: 'POST', path: '/catalogue/services' },
  channels: ['web', 'api'],
  requires: 'catalogue.manage',
  input: z.object({ name: Line(120) }),
  output: z.object({ id: Id, key: z.string() }),
  async handle(ctx, { name }) {
    const definition = Definition.parse({ texts: { [ctx.lang]: { name } }, ownerId: ctx.actor.personId, portals: [] })
    const key = await freeKey(name, (one) => isKeyTaken(ctx.db, one))
    const id = await insertService(ctx, { key, position: await nextPosition(ctx.db), definition })
    ctx.emit({ type: 'service.created', subject: { kind: 'service', id } })
    return { id, key }
  },
})
