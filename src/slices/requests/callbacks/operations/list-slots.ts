import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Instant } from '../../../../kernel/schema.ts'
import { serviceTimeOf } from '../../counter.ts'
import { slotsFrom } from '../slots.ts'
import { countCallbacks } from '../store.ts'

/** So many calls are agreed for the same half hour. */
const MOST_AT_ONCE = 2

/** Moments that are still free, by local day. */
export async function freeSlots(ctx: Ctx): Promise<{ day: string; slots: Date[] }[]> {
  const time = await serviceTimeOf(ctx, ctx.actor.portal)
  if (!time) return []
  const taken = await countCallbacks(ctx.db, ctx.actor.portal, ctx.now())
  return slotsFrom(time, ctx.now())
    .map(({ day, slots }) => ({ day, slots: slots.filter((slot) => (taken.get(slot.getTime()) ?? 0) < MOST_AT_ONCE) }))
    .filter(({ slots }) => slots.length > 0)
}

/** When somebody may be called: half hours of the next days on which people are there. */
export const listSlots = defineOperation({
  name: 'requests.listCallbackSlots',
  summary: 'List the moments at which I may be called back',
  kind: 'query',
  http: { method: 'GET', path: '/callback-slots' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  input: z.object({}),
  output: z.object({ days: z.array(z.object({ day: z.iso.date(), slots: z.array(Instant) })) }),
  examples: [{ title: 'When can you call me?', input: {} }],
  handle: async (ctx) => ({ days: await freeSlots(ctx) }),
})
