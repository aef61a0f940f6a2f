import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Line } from '../../../../kernel/schema.ts'
import { RequestFilter } from '../filter.ts'
import { deleteView, keepView, listViews } from '../store/saved-views.ts'

/** The filters that I have kept. */
export const listSavedViews = defineOperation({
  name: 'requests.listViews',
  summary: 'List the filters that I have kept for lists of requests',
  kind: 'query',
  http: { method: 'GET', path: '/request-views' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({}),
  output: z.object({ views: z.array(z.object({ id: Id, name: z.string(), filter: RequestFilter })) }),
  examples: [{ title: 'My filters', input: {} }],
  async handle(ctx) {
    if (ctx.actor.personId === null) return { views: [] }
    const kept = await listViews(ctx.db, ctx.actor.personId)
    return { views: kept.map(({ id, name, filter }) => ({ id, name, filter: RequestFilter.catch(ANY).parse(filter) })) }
  },
})

const ANY = RequestFilter.parse({})

/** Keeps a filter under a name. */
export const saveView = defineOperation({
  name: 'requests.saveView',
  summary: 'Keep a filter for lists of requests under a name',
  kind: 'command',
  http: { method: 'POST', path: '/request-views' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ name: Line(60), filter: RequestFilter }),
  output: z.object({ id: Id }),
  async handle(ctx, { name, filter }) {
    if (ctx.actor.personId === null) throw refuse.unauthenticated()
    const id = await keepView(ctx.db, ctx.actor.personId, name, filter)
    if (!id) throw refuse.conflict('requests.too_many_views', 'requests.views.tooMany')
    return { id }
  },
})

/** Forgets a filter. */
export const removeView = defineOperation({
  name: 'requests.removeView',
  summary: 'Remove a filter that I have kept',
  kind: 'command',
  http: { method: 'DELETE', path: '/request-views/{id}' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: z.object({}),
  async handle(ctx, { id }) {
    if (ctx.actor.personId === null || !(await deleteView(ctx.db, ctx.actor.personId, id))) throw refuse.notFound()
    return {}
  },
})
