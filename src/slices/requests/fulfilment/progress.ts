import { addBusinessMinutes } from '../../../kernel/business-hours.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { newId } from '../../../kernel/ids.ts'
import { serviceTimeOf } from '../counter.ts'
import { type Item, updateItem } from '../process/store/items.ts'
import { insertEntries } from '../store/entries.ts'
import type { Request } from '../store/requests.ts'
import { progressOf } from './rules.ts'
import { insertWork, listWork, openWork, updateWork, type WorkRow } from './store/work.ts'
import { writeDelivery } from './write-delivery.ts'

/** Job that runs a built-in effect. */
export const EFFECT_JOB = 'requests.runEffect'

/** Begins what is to be done for an item that has been approved. What has no plan waits for the desk to solve the request. */
export async function beginFulfilment(ctx: Ctx, request: Request, item: Item): Promise<void> {
  await insertWork(
    ctx.db,
    item.fulfilment.stages.flatMap(({ work }, stage) =>
      work.map((one, position) => ({
        id: newId(),
        item_id: item.id,
        request_id: request.id,
        stage,
        position,
        key: one.key,
        kind: one.kind,
        title: one.title,
        instructions: one.kind === 'task' ? (one.instructions ?? null) : null,
        team_id: one.kind === 'task' ? one.teamId : null,
        checklist: one.kind === 'task' ? one.checklist.map((text) => ({ text, done: false })) : [],
      })),
    ),
  )
  await updateItem(ctx.db, item.id, { state: 'fulfilment' }, ctx.now())
  if (item.fulfilment.stages.length > 0) await proceed(ctx, request, item)
}

/** Begins whatever is to be done next, or finishes the item. The request is locked by the caller and settled by it afterwards. */
export async function proceed(ctx: Ctx, request: Request, item: Item): Promise<void> {
  const work = (await listWork(ctx.db, [item.id])).get(item.id) ?? []
  const { stage, opens, isFinished } = progressOf(work, item.fulfilmentStage, item.fulfilment.stages.length)
  if (isFinished) return finish(ctx, request, item, stage)
  const opened = work.filter((one) => opens.includes(one.id))
  const dues = await duesOf(ctx, request, item, opened)
  await openWork(ctx.db, dues, ctx.now())
  await updateItem(ctx.db, item.id, { fulfilmentStage: stage }, ctx.now())
  for (const one of opened) await begin(ctx, request, item, one)
}

/** Something has been done, or could not be: the timeline says so, and the plan goes on. */
export async function endWork(
  ctx: Ctx,
  request: Request,
  item: Item,
  work: WorkRow,
  { state, reason = null }: { state: 'done' | 'failed' | 'unneeded'; reason?: string | null },
): Promise<void> {
  await updateWork(ctx.db, work.id, { state, reason, endedBy: ctx.actor.personId }, ctx.now())
  await insertEntries(ctx, request.id, [
    {
      kind: 'task',
      side: 'system',
      // What went wrong is first of all for the desk; the requester hears how it goes on.
      internal: state !== 'done',
      body: reason,
      detail: { state, title: work.title, item: item.title, kind: work.kind },
    },
  ])
  ctx.emit({
    type: 'task.finished',
    subject: { kind: 'task', id: work.id },
    payload: { requestId: request.id, itemKey: item.key, state, kind: work.kind },
  })
  await proceed(ctx, request, item)
}

/** Begins one work: people see it on their list, a web hook is sent, an effect runs. */
export async function begin(ctx: Ctx, request: Request, item: Item, work: WorkRow): Promise<void> {
  if (work.kind === 'webhook') {
    if (await writeDelivery(ctx, request, item, work)) return
    // Holds the plan until somebody helps.
    return endWork(ctx, request, item, work, { state: 'failed', reason: 'webhook_off' })
  }
  if (work.kind === 'effect') return ctx.jobs.enqueue(EFFECT_JOB, { work: work.id })
  ctx.emit({
    type: 'task.opened',
    subject: { kind: 'task', id: work.id },
    payload: { requestId: request.id, itemKey: item.key, teamId: work.team_id },
  })
}

/** The item is done; whoever opened the request hears of it. */
export async function finish(ctx: Ctx, request: Request, item: Item, stage = item.fulfilmentStage): Promise<void> {
  await updateItem(ctx.db, item.id, { state: 'finished', fulfilmentStage: stage }, ctx.now())
  ctx.emit({
    type: 'fulfilment.finished',
    subject: { kind: 'request', id: request.id },
    payload: { requestId: request.id, itemKey: item.key },
  })
}

/** A task is due when its definition says so; else when the solution was promised. */
async function duesOf(ctx: Ctx, request: Request, item: Item, opened: readonly WorkRow[]) {
  const definitions = new Map(item.fulfilment.stages.flatMap(({ work }) => work.map((one) => [one.key, one] as const)))
  const time = opened.length > 0 ? await serviceTimeOf(ctx, request.portal) : null
  return opened.map(({ id, key }) => {
    const definition = definitions.get(key)
    const within = definition?.kind === 'task' ? definition.within : undefined
    if (within === undefined) return { id, dueAt: request.resolve_by }
    const due = time && addBusinessMinutes(time.hours, time.isHoliday, ctx.now(), within * 60)
    return { id, dueAt: due ?? new Date(ctx.now().getTime() + within * 3_600_000) }
  })
}
