import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id } from '../../../kernel/schema.ts'
import { refuseAbove } from '../role-permissions.ts'
import { findPerson } from '../store/persons.ts'

/** By area: what it keeps, as it keeps it. */
const Kept = z.record(z.string(), z.record(z.string(), z.unknown()))

/** Everything that is kept about oneself, in every area. */
export const exportOwn = defineOperation({
  name: 'identity.exportOwn',
  summary: 'Get everything that is kept about me, in every area',
  kind: 'query',
  channels: ['web'],
  requires: 'signed-in',
  rateLimit: { limit: 20, seconds: 3600 },
  input: z.object({}),
  output: Kept,
  load: async (ctx) => ctx.actor.personId,
  handle: (ctx, _input, me) => keptOf(ctx, me),
})

/** The same about somebody, for whoever hands it out to them. */
export const exportPerson = defineOperation({
  name: 'identity.exportPerson',
  summary: 'Get everything that is kept about a person, in every area, to hand it out to them',
  kind: 'query',
  http: { method: 'GET', path: '/people/{id}/data' },
  channels: ['web', 'api'],
  requires: 'identity.manage',
  rateLimit: { limit: 100, seconds: 3600 },
  input: z.object({ id: Id }),
  output: Kept,
  load: (ctx, { id }) => findPerson(ctx.db, id),
  async handle(ctx, { id }) {
    await refuseAbove(ctx, id)
    return keptOf(ctx, id)
  },
})

async function keptOf(ctx: Ctx, personId: string) {
  const kept: z.infer<typeof Kept> = {}
  for (const [area, { export: handOut }] of ctx.personalData) {
    const found = await handOut(ctx, personId)
    if (Object.keys(found).length > 0) kept[area] = found
  }
  return kept
}
