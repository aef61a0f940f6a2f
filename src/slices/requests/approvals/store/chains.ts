import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'
import type { Item } from '../../process/store/items.ts'
import type { Ask, ChainRun, StepRun } from '../run.ts'

/** A step with its moments. */
export interface KeptStep extends StepRun {
  itemId: string
  stage: number
  askedAt: Date | null
  remindAt: Date | null
  remindedAt: Date | null
  escalateAt: Date | null
  escalatedAt: Date | null
  lapseAt: Date | null
  decidedAt: Date | null
  asks: KeptAsk[]
}

export interface KeptAsk extends Ask {
  decidedThrough: string | null
  askedAt: Date
  decidedAt: Date | null
}

/** The chains of items, as they stand: item → steps in order. Two queries, however many items. */
export async function listSteps(db: Database, itemIds: readonly string[]): Promise<Map<string, KeptStep[]>> {
  if (itemIds.length === 0) return new Map()
  const steps = await db
    .selectFrom('approval_steps')
    .selectAll()
    .where('item_id', 'in', [...itemIds])
    .orderBy('stage')
    .orderBy('position')
    .execute()
  const asks = await db
    .selectFrom('approval_asks')
    .selectAll()
    .where('item_id', 'in', [...itemIds])
    .orderBy('id')
    .execute()
  const asksOf = Map.groupBy(asks, (ask) => ask.step_id)
  const kept = steps.map(
    (step): KeptStep => ({
      id: step.id,
      itemId: step.item_id,
      stage: step.stage,
      key: step.key,
      state: step.state as StepRun['state'],
      why: step.why as StepRun['why'],
      need: step.need as StepRun['need'],
      askedAt: step.asked_at,
      remindAt: step.remind_at,
      remindedAt: step.reminded_at,
      escalateAt: step.escalate_at,
      escalatedAt: step.escalated_at,
      lapseAt: step.lapse_at,
      decidedAt: step.decided_at,
      asks: (asksOf.get(step.id) ?? []).map((ask) => ({
        id: ask.id,
        personId: ask.person_id,
        via: ask.via as Ask['via'],
        outcome: ask.outcome as Ask['outcome'],
        decidedBy: ask.decided_by,
        decidedThrough: ask.decided_through,
        reason: ask.reason,
        askedAt: ask.asked_at,
        decidedAt: ask.decided_at,
      })),
    }),
  )
  return Map.groupBy(kept, (step) => step.itemId)
}

/** The chain of an item, ready for the rules. Read with the item locked when something is to be decided. */
export async function loadRun(db: Database, item: Item): Promise<ChainRun> {
  return runOf(item, (await listSteps(db, [item.id])).get(item.id) ?? [])
}

/** A chain for the rules, of what was read. */
export function runOf(item: Item, kept: readonly KeptStep[]): ChainRun {
  return {
    chain: item.approval,
    requesterId: item.requesterId,
    beneficiaryId: item.beneficiaryId,
    stage: item.approvalStage,
    steps: item.approval.stages.map((_stage, n) => kept.filter((step) => step.stage === n)),
    outcome: outcomeOf(item),
  }
}

function outcomeOf({ state }: Item): ChainRun['outcome'] {
  if (state === 'approval') return null
  return state === 'declined' || state === 'cancelled' ? state : 'approved'
}

/** Moments of a step that has just been asked. */
export interface Deadlines {
  remindAt: Date | null
  escalateAt: Date | null
  lapseAt: Date | null
}

/** Writes a chain down as the rules left it. Two statements. */
export async function saveRun(
  db: Database,
  itemId: string,
  run: ChainRun,
  { now, deadlines, through }: { now: Date; deadlines: ReadonlyMap<string, Deadlines>; through: string },
): Promise<void> {
  const steps = run.steps.flatMap((stage, n) => stage.map((step, position) => ({ step, stage: n, position })))
  if (steps.length === 0) return
  await db
    .insertInto('approval_steps')
    .values(
      steps.map(({ step, stage, position }) => ({
        id: step.id,
        item_id: itemId,
        stage,
        position,
        key: step.key,
        state: step.state,
        why: step.why,
        need: step.need,
        asked_at: step.asks.length > 0 ? now : null,
        remind_at: deadlines.get(step.id)?.remindAt ?? null,
        escalate_at: deadlines.get(step.id)?.escalateAt ?? null,
        lapse_at: deadlines.get(step.id)?.lapseAt ?? null,
        decided_at: step.state === 'ahead' || step.state === 'asking' ? null : now,
      })),
    )
    .onConflict((c) =>
      c.column('id').doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        why: eb.ref('excluded.why'),
        need: eb.ref('excluded.need'),
        asked_at: sql<Date>`coalesce(approval_steps.asked_at, excluded.asked_at)`,
        remind_at: sql<Date>`coalesce(approval_steps.remind_at, excluded.remind_at)`,
        escalate_at: sql<Date>`coalesce(approval_steps.escalate_at, excluded.escalate_at)`,
        lapse_at: sql<Date>`coalesce(approval_steps.lapse_at, excluded.lapse_at)`,
        decided_at: sql<Date>`coalesce(approval_steps.decided_at, excluded.decided_at)`,
      })),
    )
    .execute()
  const asks = steps.flatMap(({ step }) => step.asks.map((ask) => ({ stepId: step.id, ...ask })))
  if (asks.length === 0) return
  await db
    .insertInto('approval_asks')
    .values(
      asks.map((ask) => ({
        id: ask.id,
        step_id: ask.stepId,
        item_id: itemId,
        person_id: ask.personId,
        via: ask.via,
        outcome: ask.outcome,
        decided_by: ask.decidedBy,
        decided_through: ask.decidedBy ? through : null,
        reason: ask.reason,
        asked_at: now,
        decided_at: ask.outcome === null ? null : now,
      })),
    )
    .onConflict((c) =>
      c.column('id').doUpdateSet((eb) => ({
        outcome: eb.ref('excluded.outcome'),
        decided_by: eb.ref('excluded.decided_by'),
        decided_through: sql<string>`coalesce(approval_asks.decided_through, excluded.decided_through)`,
        reason: eb.ref('excluded.reason'),
        decided_at: sql<Date>`coalesce(approval_asks.decided_at, excluded.decided_at)`,
      })),
    )
    .execute()
}

/** The item that a step belongs to. */
export async function findStepItem(db: Database, stepId: string): Promise<string | undefined> {
  const row = await db.selectFrom('approval_steps').select('item_id').where('id', '=', stepId).executeTakeFirst()
  return row?.item_id
}

/** Notes that a step was reminded of, or handed up. */
export async function markStep(db: Database, id: string, what: 'reminded_at' | 'escalated_at', now: Date) {
  await db
    .updateTable('approval_steps')
    .set({ [what]: now })
    .where('id', '=', id)
    .execute()
}

/** Items in which somebody is still asked. */
export async function listItemsAsking(db: Database, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('approval_asks')
    .select('item_id')
    .distinct()
    .where('person_id', '=', personId)
    .where('outcome', 'is', null)
    .execute()
  return rows.map((row) => row.item_id)
}
