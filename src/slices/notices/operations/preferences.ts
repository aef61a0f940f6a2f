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
    output: z.object({ kinds: z.array(z.object({ kind: z.string(), title: z.string(), way: Way, usual: Way })) }),
    examples: [{ title: 'Mine', input: {} }],
    async handle(ctx) {
      const { personId } = ctx.actor
      const ways = await waysOf(ctx.db, personId ? [personId] : [])
      return {
        kinds: kinds.map(({ kind, title, usual }) => ({
          kind,
          title: ctx.t(title),
          usual,
          way: ways.get(`${personId} ${kind}`) ?? usual,
        })),
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
      const unknown = ways.findIndex((one) => !kinds.some(({ kind }) => kind === one.kind))
      if (unknown >= 0) throw refuse.field(['ways', unknown, 'kind'], 'refusal.choice')
      // The last word counts, where something is said twice.
      const last = [...new Map(ways.map((one) => [one.kind, one])).values()]
      if (ctx.actor.personId) await putWays(ctx.db, ctx.actor.personId, last)
      return {}
    },
  })
  return { readPreferences, setPreferences }
}
