import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { LocalText } from '../../../kernel/form/definition.ts'
import { LangSchema } from '../../../kernel/schema.ts'
import { namesOfPersons, personIdsByKey, sealSecret, teamChoices } from '../../identity/index.ts'
import { decideAsk } from '../approvals/decide.ts'
import { listWaiting } from '../approvals/store/lists.ts'
import { insertSubstitution } from '../approvals/store/substitutions.ts'
import { endWork } from '../fulfilment/progress.ts'
import { newWebhookSecret } from '../fulfilment/signature.ts'
import { insertWebhook } from '../fulfilment/store/webhooks.ts'
import { listWork, updateWork } from '../fulfilment/store/work.ts'
import { openRequest } from '../open-request.ts'
import { beginProcess, type ProcessItem } from './begin.ts'
import { settleRequest } from './settle.ts'
import { listItems } from './store/items.ts'
import { lockRequest } from './store/requests.ts'

const Ago = z.union([z.number(), z.string()])
const Party = z.enum(['requester', 'beneficiary'])
const Step = z.object({
  manager: Party.optional(),
  costCentre: Party.optional(),
  team: z.string().optional(),
  need: z.enum(['any', 'all']).optional(),
  remindAfter: z.number().optional(),
  escalateAfter: z.number().optional(),
  amountFrom: z.number().optional(),
})
const Task = z.object({
  key: z.string(),
  title: LocalText,
  team: z.string(),
  within: z.number(),
  instructions: LocalText.optional(),
  checklist: z.array(LocalText).default([]),
})
const Deed = z.object({
  ago: Ago,
  by: z.string(),
  decide: z.enum(['approved', 'declined']).optional(),
  finish: z.string().optional(),
  fail: z.string().optional(),
  take: z.string().optional(),
  reason: z.string().optional(),
})
const Order = z.object({
  by: z.string(),
  lang: LangSchema.default('de'),
  ago: Ago,
  subject: z.string(),
  message: z.string(),
  title: LocalText,
  amount: z.number().optional(),
  shown: z.array(z.tuple([LocalText, z.string()])).default([]),
  approval: z.array(z.array(Step)),
  tasks: z.array(z.array(Task)),
  afterwards: z.array(Deed).default([]),
})
type Order = z.infer<typeof Order>
const Demo = z.object({
  substitutes: z.array(
    z.object({ person: z.string(), substitute: z.string(), from: z.number(), until: z.number(), note: z.string() }),
  ),
  webhooks: z.array(z.object({ key: z.string(), title: z.string(), url: z.string() })),
  orders: z.array(Order),
})

/** The same context some time ago, by somebody. */
type At = (ago: number | string, personId: string | null, names: Map<string, string>) => Ctx

interface Known {
  ids: Map<string, string>
  names: Map<string, string>
  teams: Map<string, string>
}

/** Loads approvals, tasks, a substitute and a web hook of the demonstration, with what happened so far. */
export async function processDemo(ctx: Ctx, folder: string, at: At): Promise<void> {
  const demo = Demo.parse(parse(await readFile(join(folder, 'approvals.yaml'), 'utf8')))
  const keys = [
    ...demo.substitutes.flatMap(({ person, substitute }) => [person, substitute]),
    ...demo.orders.flatMap(({ by, afterwards }) => [by, ...afterwards.map((deed) => deed.by)]),
  ]
  const ids = await personIdsByKey(ctx, keys)
  const names = await namesOfPersons(ctx, [...ids.values()])
  const teams = new Map((await teamChoices(ctx)).map((team) => [team.key, team.id]))
  for (const order of demo.orders) await load(ctx, order, { ids, names, teams }, at)
  for (const { person, substitute, from, until, note } of demo.substitutes)
    await insertSubstitution(ctx.db, {
      person_id: ids.get(person) as string,
      substitute_id: ids.get(substitute) as string,
      from_day: dayOf(ctx, from),
      until_day: dayOf(ctx, until),
      note,
      created_by: ids.get(person) ?? null,
    })
  for (const webhook of demo.webhooks)
    await insertWebhook(ctx.db, { ...webhook, secret: sealSecret(ctx, newWebhookSecret()), is_on: true })
}

async function load(ctx: Ctx, order: Order, known: Known, at: At) {
  const requesterId = known.ids.get(order.by) ?? null
  // Nobody is written to about what is said to have happened long ago.
  const then = (ago: number | string, personId: string | null): Ctx => ({
    ...at(ago, personId, known.names),
    lang: order.lang,
    emit: () => undefined,
  })
  const opened = then(order.ago, requesterId)
  const { request } = await openRequest(opened, {
    type: 'order',
    subject: order.subject,
    message: order.message,
    portal: 'employees',
    lang: order.lang,
    requesterId,
  })
  await beginProcess(opened, {
    requestId: request.id,
    requesterId,
    beneficiaryId: requesterId,
    items: [itemOf(order, known)],
  })
  for (const deed of order.afterwards) await happen(then(deed.ago, known.ids.get(deed.by) ?? null), request.id, deed)
  ctx.emit({ type: 'request.loaded', subject: { kind: 'request', id: request.id } })
}

function itemOf(order: Order, { teams }: Known): ProcessItem {
  return {
    key: 'item',
    title: order.title,
    amount: order.amount === undefined ? null : { cents: order.amount, currency: 'EUR' },
    shown: order.shown.map(([label, value]) => ({ label, value })),
    approval: {
      stages: order.approval.map((steps, n) => ({
        steps: steps.map((step, k) => ({
          key: `step-${n}-${k}`,
          approver: step.team
            ? { kind: 'team', teamId: teams.get(step.team) ?? '', need: step.need ?? 'any' }
            : { kind: step.costCentre ? 'costCentreOwner' : 'manager', of: step.costCentre ?? step.manager },
          ...(step.amountFrom ? { when: { field: 'amount', is: 'atLeast', value: step.amountFrom } } : {}),
          ...(step.remindAfter ? { remindAfter: step.remindAfter } : {}),
          ...(step.escalateAfter ? { escalate: { after: step.escalateAfter, to: { kind: 'manager' } } } : {}),
        })),
      })),
    },
    fulfilment: {
      stages: order.tasks.map((work) => ({
        work: work.map(({ team, ...task }) => ({ kind: 'task', ...task, teamId: teams.get(team) ?? '' })),
      })),
    },
  }
}

async function happen(ctx: Ctx, requestId: string, deed: z.infer<typeof Deed>) {
  const [item] = await listItems(ctx.db, requestId)
  const request = await lockRequest(ctx.db, requestId)
  if (!item || !request) return
  if (deed.decide) {
    const asks = await listWaiting(ctx.db, ctx.actor.personId as string, [], { after: null, limit: 50 })
    const ask = asks.find((one) => one.itemId === item.id)
    if (ask) await decideAsk(ctx, ask, { outcome: deed.decide, reason: deed.reason ?? null })
    return
  }
  const key = deed.finish ?? deed.fail ?? deed.take
  const work = (await listWork(ctx.db, [item.id])).get(item.id)?.find((one) => one.key === key)
  if (!work) return
  await updateWork(
    ctx.db,
    work.id,
    {
      assigneeId: ctx.actor.personId,
      ...(deed.finish ? { checklist: work.checklist.map((line) => ({ ...line, done: true })) } : {}),
      ...(deed.take ? { checklist: work.checklist.map((line, n) => ({ ...line, done: n === 0 })) } : {}),
    },
    ctx.now(),
  )
  if (deed.take) return
  await endWork(ctx, request, item, work, { state: deed.fail ? 'failed' : 'done', reason: deed.reason ?? null })
  await settleRequest(ctx, request)
}

/** A day so many days from today. */
function dayOf(ctx: Ctx, days: number): string {
  return new Date(ctx.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
}
