import { z } from 'zod'
import { may } from '../../../../kernel/actor.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { inLang } from '../../../../kernel/form/local-text.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id, Instant } from '../../../../kernel/schema.ts'
import { ChainView, chainViews } from '../../approvals/views.ts'
import { findRequestForDesk } from '../../desk/store/desk.ts'
import { listWork } from '../../fulfilment/store/work.ts'
import { RequestAddress } from '../../operations/read.ts'
import { findRequestFor } from '../../store/requests.ts'
import { listItems } from '../store/items.ts'

const WorkView = z.object({
  id: Id,
  title: z.string(),
  kind: z.enum(['task', 'webhook', 'effect']),
  stage: z.number(),
  state: z.enum(['ahead', 'open', 'done', 'failed', 'unneeded']),
  dueAt: Instant.nullable(),
  endedAt: Instant.nullable(),
})

/** An item of a request: who approves it, and what is done for it. */
export const ProcessItemView = ChainView.extend({ work: z.array(WorkView) })
export type ProcessItemView = z.infer<typeof ProcessItemView>

/** How far what was asked for is: the whole chain, who is next, what is being done. */
export const readProcess = defineOperation({
  name: 'requests.readProcess',
  summary:
    'Read how far a request is: who has approved, who is asked now, who comes next, and what is being done for it',
  kind: 'query',
  http: { method: 'GET', path: '/requests/{request}/process' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  rateLimit: { limit: 300, seconds: 300, visitors: 3000 },
  input: z.object({ request: RequestAddress }),
  output: z.object({ items: z.array(ProcessItemView) }),
  load: async (ctx, { request }) => (await findRequestFor(ctx, request)) ?? (await findForDesk(ctx, request)),
  async handle(ctx, _input, request) {
    const items = await listItems(ctx.db, request.id)
    if (items.length === 0) return { items: [] }
    const chains = await chainViews(ctx, items)
    const work = await listWork(
      ctx.db,
      items.map((item) => item.id),
    )
    return {
      items: items.map((item) => ({
        ...(chains.get(item.id) as z.input<typeof ChainView>),
        work: (work.get(item.id) ?? []).map((one) => ({
          id: one.id,
          title: inLang(one.title, ctx.lang),
          kind: one.kind,
          stage: one.stage,
          state: one.state,
          dueAt: one.due_at,
          endedAt: one.ended_at,
        })),
      })),
    }
  },
})

async function findForDesk(ctx: Ctx, request: string) {
  return may(ctx.actor, 'requests.work') ? findRequestForDesk(ctx, request) : undefined
}
