import { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { inLang } from '../../../kernel/form/local-text.ts'
import { Money } from '../../../kernel/money.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import type { TextKey } from '../../../kernel/text.ts'
import { namesOfPersons, teamChoices } from '../../identity/index.ts'
import { OVERSEE } from '../approvals/permission.ts'
import { listItemsById } from '../process/store/items.ts'
import { referenceOf } from '../rules.ts'
import type { TaskRow } from './store/tasks.ts'

const Person = z.object({ id: Id, name: z.string() }).nullable()

/** Something to be done, with everything that is needed to do it. */
export const TaskView = z.object({
  id: Id,
  kind: z.enum(['task', 'webhook', 'effect']),
  title: z.string(),
  instructions: z.string().nullable(),
  state: z.enum(['open', 'done', 'failed', 'unneeded']),
  reference: z.string(),
  subject: z.string(),
  item: z.string(),
  amount: Money.nullable(),
  requester: Person,
  beneficiary: Person,
  shown: z.array(z.object({ label: z.string(), value: z.string() })).describe('The answers of the form'),
  team: z.string().nullable(),
  assignee: Person,
  isMine: z.boolean(),
  checklist: z.array(z.object({ text: z.string(), done: z.boolean() })),
  openedAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  reason: z.string().nullable().describe('Why it could not be done'),
  mayHelp: z.boolean().describe('Whether the actor may start again what failed, or go on without it'),
})
export type TaskView = z.infer<typeof TaskView>

/** Reasons that Theke itself gives. */
const OWN_REASONS = new Set(['webhook_off', 'webhook_failed', 'effect_unknown', 'effect_input'])

/** Tasks with everything around them. A fixed number of queries. */
export async function taskViews(ctx: Ctx, rows: readonly TaskRow[]): Promise<z.input<typeof TaskView>[]> {
  const items = await listItemsById(
    ctx.db,
    rows.map((row) => row.item_id),
  )
  const parties = [...items.values()].flatMap((item) => [item.requesterId, item.beneficiaryId])
  const ids = [...parties, ...rows.flatMap((row) => [row.assignee_id, row.ended_by])].filter((id) => id !== null)
  const names = await namesOfPersons(ctx, ids)
  const teams = new Map((await teamChoices(ctx)).map((team) => [team.id, team.name]))
  const person = (id: string | null) => (id ? { id, name: names.get(id) ?? '—' } : null)
  return rows.flatMap((row) => {
    const item = items.get(row.item_id)
    if (!item || row.state === 'ahead') return []
    return [
      {
        id: row.id,
        kind: row.kind,
        title: inLang(row.title, ctx.lang),
        instructions: row.instructions && inLang(row.instructions, ctx.lang),
        state: row.state,
        reference: referenceOf(row.number),
        subject: row.subject,
        item: inLang(item.title, ctx.lang),
        amount: item.amount,
        requester: person(item.requesterId),
        beneficiary: person(item.beneficiaryId ?? item.requesterId),
        shown: item.shown.map(({ label, value }) => ({ label: inLang(label, ctx.lang), value })),
        team: row.team_id ? (teams.get(row.team_id) ?? null) : null,
        assignee: person(row.assignee_id),
        isMine: row.assignee_id !== null && row.assignee_id === ctx.actor.personId,
        checklist: row.checklist.map(({ text, done }) => ({ text: inLang(text, ctx.lang), done })),
        openedAt: row.opened_at,
        dueAt: row.due_at,
        endedAt: row.ended_at,
        endedBy: row.ended_by ? (names.get(row.ended_by) ?? '—') : null,
        reason:
          row.reason && OWN_REASONS.has(row.reason)
            ? ctx.t(`requests.fulfilment.reason.${row.reason}` as TextKey)
            : row.reason,
        mayHelp: row.state === 'failed' && may(ctx.actor, OVERSEE),
      },
    ]
  })
}

/** One task. */
export async function taskView(ctx: Ctx, row: TaskRow): Promise<z.input<typeof TaskView>> {
  const [view] = await taskViews(ctx, [row])
  if (!view) throw new Error('a task has no item')
  return view
}
