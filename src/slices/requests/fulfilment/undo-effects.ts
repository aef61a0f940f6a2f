import type { Ctx } from '../../../kernel/ctx.ts'
import type { EffectCause } from '../../../kernel/effect.ts'
import type { Job } from '../../../kernel/slice.ts'
import { findItem, type Item } from '../process/store/items.ts'
import { lockRequest } from '../process/store/requests.ts'
import { insertEntry } from '../store/entries.ts'
import { listEffectsOf, markUndone } from './store/effects.ts'
import { findWork, listWork, type WorkRow } from './store/work.ts'

const UNDO_JOB = 'requests.undoEffect'

/** What an effect has to know about the item that it is run for. */
export function causeOf(item: Item): EffectCause {
  const { requestId, key, requesterId, beneficiaryId, answers } = item
  return { requestId, itemKey: key, requesterId, beneficiaryId, answers }
}

/** The effect of a plan that some work runs, as the plan says it. */
export function effectOf(item: Pick<Item, 'fulfilment'>, work: Pick<WorkRow, 'key'>) {
  const definition = item.fulfilment.stages.flatMap((stage) => stage.work).find((one) => one.key === work.key)
  return definition?.kind === 'effect' ? definition : undefined
}

/**
 * Takes back what Theke did by itself for an item, because what was ordered has ended: out of the team again, the role away. What something
 * else brings as well stays. In the caller's transaction; done by jobs.
 */
export async function undoEffects(ctx: Ctx, of: { requestId: string; itemKey: string }): Promise<void> {
  const item = await findItem(ctx.db, { requestId: of.requestId, key: of.itemKey })
  const work = (item && (await listWork(ctx.db, [item.id])).get(item.id)) ?? []
  for (const one of work)
    if (one.kind === 'effect' && one.state === 'done') await ctx.jobs.enqueue(UNDO_JOB, { work: one.id })
}

/** Takes one back, once; nothing happens when it was taken back before. */
export const undoEffect: Job = {
  name: UNDO_JOB,
  async handle(ctx, { work: id }) {
    const known = await findWork(ctx.db, String(id))
    const request = known && (await lockRequest(ctx.db, known.request_id))
    const item = request && (await findItem(ctx.db, known.item_id))
    const definition = item && effectOf(item, known)
    const effect = ctx.effects.find((one) => one.name === definition?.effect)
    const input = effect?.input.safeParse(definition?.input)
    if (!item || !effect?.undo || !input?.success) return
    if (!(await markUndone(ctx.db, known.id, ctx.now()))) return
    const isNeeded = await isBroughtOtherwise(ctx, item, known)
    await effect.undo(ctx, causeOf(item), input.data, { isNeeded })
    if (isNeeded) return
    await insertEntry(ctx, item.requestId, {
      kind: 'task',
      side: 'system',
      detail: { state: 'undone', title: known.title, item: item.title, kind: known.kind },
    })
  },
}

/** Whether something else that the person has does the same for them. */
export async function isBroughtOtherwise(ctx: Ctx, item: Item, work: Pick<WorkRow, 'id' | 'key'>): Promise<boolean> {
  const personId = item.beneficiaryId ?? item.requesterId
  const own = effectOf(item, work)
  if (personId === null || !own) return false
  const others = await listEffectsOf(ctx.db, personId)
  return others.some((one) => one.id !== work.id && isSame(own, effectOf(one, one)))
}

function isSame(one: NonNullable<ReturnType<typeof effectOf>>, other: ReturnType<typeof effectOf>): boolean {
  if (one.effect !== other?.effect) return false
  const keys = new Set([...Object.keys(one.input), ...Object.keys(other.input)])
  return [...keys].every((key) => JSON.stringify(one.input[key]) === JSON.stringify(other.input[key]))
}
