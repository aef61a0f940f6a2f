import { z } from 'zod'
import type { NotificationKind } from '../../../kernel/notifications.ts'
import { WAYS } from '../../../kernel/notifications.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { putWays, waysOf } from '../store.ts'

const Way = z.enum(WAYS)

/** How one is told of what, and choosing it; over the kinds that the slices of this installation have. */
export function preferenceOperations(kinds: readonly NotificationKind[]) {
  const readPreferences = defineOperation({
    name: 'notices.readPreferences',
    summary: 'Read how I want to be told of what',
    kind: 'query',
    http: { method: 'GET', path: '/notifications/preferences' },
    channels: ['web', 'api'],
    requires: 'signed-in',
    input: z.object({}),
    output: z.object({
      kinds: z.array(z.object({ kind: z.string(), title: z.string(), way: Way, usual: Way, ways: z.array(Way) })),
    }),
    examples: [{ title: 'Mine', input: {} }],
    async handle(ctx) {
      const { personId } = ctx.actor
      const ways = await waysOf(ctx.db, personId ? [personId] : [])
      return {
        kinds: kinds
          .filter(({ concerns }) => concerns?.(ctx.actor) ?? true)
          .map((one) => {
            const chosen = ways.get(`${personId} ${one.kind}`)
            const may = one.ways ?? WAYS
            return {
              kind: one.kind,
              title: ctx.t(one.title),
              usual: one.usual,
              ways: [...may],
              way: chosen && may.includes(chosen) ? chosen : one.usual,
            }
          }),
      }
    },
  })
  const setPreferences = defineOperation({
    name: 'notices.setPreferences',
    summary: 'Choose how I want to be told of what',
    kind: 'command',
    http: { method: 'PUT', path: '/notifications/preferences' },
    channels: ['web', 'api'],
    requires: 'signed-in',
    input: z.object({ ways: z.array(z.object({ kind: z.string().max(100), way: Way })).max(100) }),
    output: z.object({}),
    async handle(ctx, { ways }) {
      for (const [n, { kind, way }] of ways.entries()) {
        const known = kinds.find((one) => one.kind === kind)
        if (!known) throw refuse.field(['ways', n, 'kind'], 'refusal.choice')
        if (!(known.ways ?? WAYS).includes(way)) throw refuse.field(['ways', n, 'way'], 'refusal.choice')
      }
      // The last word counts, where something is said twice.
      const last = [...new Map(ways.map((one) => [one.kind, one])).values()]
      if (ctx.actor.personId) await putWays(ctx.db, ctx.actor.personId, last)
      return {}
    },
  })
  return { readPreferences, setPreferences }
}
