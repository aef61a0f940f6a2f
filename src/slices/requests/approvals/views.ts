import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { inLang } from '../../../kernel/form/local-text.ts'
import { Money } from '../../../kernel/money.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import type { TextKey } from '../../../kernel/text.ts'
import { namesOfPersons, teamChoices } from '../../identity/index.ts'
import { type Item, listItemsById } from '../process/store/items.ts'
import { referenceOf } from '../rules.ts'
import type { ApprovalStep, Approver } from './definition.ts'
import { directoryFor } from './directory.ts'
import type { ChainRun } from './run.ts'
import { type KeptAsk, type KeptStep, listSteps, runOf } from './store/chains.ts'
import type { AskRow } from './store/lists.ts'
import { whoWouldBeAsked } from './who-is-asked.ts'

const VIAS = ['named', 'manager', 'substitute', 'fallback', 'overseer', 'escalation'] as const

/** Somebody who is, was, or will be asked. */
const AskView = z.object({
  name: z.string(),
  via: z.enum(VIAS),
  outcome: z.enum(['approved', 'declined', 'repeated', 'released']).nullable(),
  decidedBy: z.string().nullable().describe('Who answered in their place, when it was a substitute'),
  reason: z.string().nullable(),
  at: Instant.nullable(),
})

const StepView = z.object({
  key: z.string(),
  title: z.string(),
  stage: z.number(),
  state: z.enum(['ahead', 'asking', 'approved', 'declined', 'skipped', 'unneeded']),
  why: z.enum(['condition', 'repeated', 'nobody', 'lapsed', 'elsewhere']).nullable(),
  need: z.enum(['any', 'all']),
  people: z.array(AskView),
  askedAt: Instant.nullable(),
  lapseAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
})
export type StepView = z.infer<typeof StepView>

/** A chain as everybody who may see the request sees it: what was decided, who is next, what was passed over and why. */
export const ChainView = z.object({
  item: z.string(),
  itemKey: z.string(),
  amount: Money.nullable(),
  state: z.enum(['approval', 'fulfilment', 'finished', 'declined', 'cancelled']),
  stages: z.array(z.object({ need: z.enum(['all', 'any']), steps: z.array(StepView) })),
})
export type ChainView = z.infer<typeof ChainView>

/** The chains of some items with the names of everybody in them. A fixed number of queries. */
export async function chainViews(ctx: Ctx, items: readonly Item[]): Promise<Map<string, z.input<typeof ChainView>>> {
  const steps = await listSteps(
    ctx.db,
    items.map((item) => item.id),
  )
  const runs = items.map((item) => ({ item, run: runOf(item, steps.get(item.id) ?? []) }))
  const ahead = await peopleAhead(ctx, runs)
  const ids = [...steps.values()].flatMap((list) => list.flatMap((step) => step.asks.flatMap(idsOf)))
  const names = await namesOfPersons(ctx, [...ids, ...[...ahead.values()].flatMap((list) => list.map(({ id }) => id))])
  const titles = await titlesOf(ctx, items)
  return new Map(
    runs.map(({ item, run }) => [
      item.id,
      {
        item: inLang(item.title, ctx.lang),
        itemKey: item.key,
        amount: item.amount,
        state: item.state,
        stages: item.approval.stages.map((stage, n) => ({
          need: stage.need,
          steps: (run.steps[n] as KeptStep[]).map((step) => stepView(step, names, ahead, titles)),
        })),
      },
    ]),
  )
}

function idsOf({ personId, decidedBy }: KeptAsk): string[] {
  return decidedBy ? [personId, decidedBy] : [personId]
}

/** Who would be asked by the steps that are still ahead: step → people. */
async function peopleAhead(ctx: Ctx, runs: readonly { item: Item; run: ChainRun }[]) {
  const open = runs.filter(({ run }) => run.outcome === null && run.steps.flat().some((step) => step.state === 'ahead'))
  const people = new Map<string, { id: string; via: (typeof VIAS)[number] }[]>()
  if (open.length === 0) return people
  const directory = await directoryFor(
    ctx,
    open.map(({ item }) => ({ ...item, chain: item.approval })),
  )
  for (const { run } of open)
    for (const step of run.steps.flat()) {
      const definition = run.chain.stages.flatMap((stage) => stage.steps).find((one) => one.key === step.key)
      if (step.state === 'ahead' && definition) people.set(step.id, whoWouldBeAsked(run, definition, directory))
    }
  return people
}

function stepView(
  step: KeptStep,
  names: ReadonlyMap<string, string>,
  ahead: ReadonlyMap<string, { id: string; via: (typeof VIAS)[number] }[]>,
  titles: (step: KeptStep) => string,
): z.input<typeof StepView> {
  const nameOf = (id: string) => names.get(id) ?? '—'
  const expected = ahead.get(step.id) ?? []
  return {
    key: step.key,
    title: titles(step),
    stage: step.stage,
    state: step.state,
    why: step.why,
    need: step.need,
    people: [
      ...step.asks.map((ask) => ({
        name: nameOf(ask.personId),
        via: ask.via,
        outcome: ask.outcome,
        decidedBy: ask.decidedBy && ask.decidedBy !== ask.personId ? nameOf(ask.decidedBy) : null,
        reason: ask.reason,
        at: ask.decidedAt,
      })),
      ...expected.map(({ id, via }) => ({
        name: nameOf(id),
        via,
        outcome: null,
        decidedBy: null,
        reason: null,
        at: null,
      })),
    ],
    askedAt: step.askedAt,
    lapseAt: step.lapseAt,
    decidedAt: step.decidedAt,
  }
}

/** What steps are called: as their definition says, or after who is asked. */
async function titlesOf(ctx: Ctx, items: readonly Item[]): Promise<(step: KeptStep) => string> {
  const definitions = new Map(
    items.flatMap((item) =>
      item.approval.stages.flatMap((stage) => stage.steps.map((step) => [`${item.id} ${step.key}`, step] as const)),
    ),
  )
  const withTeams = [...definitions.values()].some((step) => !step.title && step.approver.kind === 'team')
  const teams = new Map(withTeams ? (await teamChoices(ctx)).map((team) => [team.id, team.name]) : [])
  return (step) => {
    const definition = definitions.get(`${step.itemId} ${step.key}`)
    return definition ? stepTitle(ctx, definition, teams) : step.key
  }
}

/** What a step is called. */
export function stepTitle(ctx: Pick<Ctx, 't' | 'lang'>, step: ApprovalStep, teams: ReadonlyMap<string, string>) {
  return step.title ? inLang(step.title, ctx.lang) : approverTitle(ctx, step.approver, teams)
}

function approverTitle({ t }: Pick<Ctx, 't'>, approver: Approver, teams: ReadonlyMap<string, string>): string {
  if (approver.kind === 'person') return t('requests.approvals.by.person')
  if (approver.kind === 'team')
    return t('requests.approvals.by.team', { team: teams.get(approver.teamId) ?? t('requests.approvals.by.teamGone') })
  return t(`requests.approvals.by.${approver.kind}.${approver.of}` as TextKey)
}

const Party = z.object({ id: Id, name: z.string() }).nullable()

/** Something that somebody is asked to approve, with everything that is needed to decide. */
export const ApprovalView = z.object({
  id: Id,
  reference: z.string(),
  subject: z.string(),
  item: z.string(),
  amount: Money.nullable(),
  requester: Party,
  beneficiary: Party.describe('For whom it is, when not for the requester'),
  shown: z.array(z.object({ label: z.string(), value: z.string() })).describe('The answers of the form'),
  step: z.string(),
  inPlaceOf: z.string().nullable().describe('Whom one substitutes with it'),
  via: z.enum(VIAS),
  askedAt: Instant,
  lapse: z
    .object({ at: Instant, outcome: z.enum(['approved', 'declined']) })
    .nullable()
    .describe('When it is decided by itself, and how'),
  isWaiting: z.boolean(),
  outcome: z.enum(['approved', 'declined', 'repeated', 'released']).nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
  chain: ChainView,
})
export type ApprovalView = z.infer<typeof ApprovalView>

/** Asks with everything around them; as many queries for one as for a page of them. */
export async function approvalViews(
  ctx: Ctx,
  rows: readonly AskRow[],
  readerId: string | null,
): Promise<z.input<typeof ApprovalView>[]> {
  const items = await listItemsById(
    ctx.db,
    rows.map((row) => row.itemId),
  )
  const list = [...items.values()]
  const [chains, steps] = [await chainViews(ctx, list), await listSteps(ctx.db, [...items.keys()])]
  const ids = list.flatMap((item) => [item.requesterId, item.beneficiaryId]).filter((id) => id !== null)
  const asked = rows.flatMap((row) => [row.personId, row.decidedBy]).filter((id) => id !== null)
  const names = await namesOfPersons(ctx, [...ids, ...asked])
  const party = (id: string | null) => (id ? { id, name: names.get(id) ?? '—' } : null)
  return rows.flatMap((row) => {
    const item = items.get(row.itemId)
    const chain = chains.get(row.itemId)
    const step = steps.get(row.itemId)?.find((one) => one.id === row.stepId)
    const ask = step?.asks.find((one) => one.id === row.id)
    if (!item || !chain || !step || !ask) return []
    const definition = item.approval.stages.flatMap((stage) => stage.steps).find((one) => one.key === step.key)
    return [
      {
        id: row.id,
        reference: referenceOf(row.number),
        subject: row.subject,
        item: chain.item,
        amount: item.amount,
        requester: party(item.requesterId),
        beneficiary: item.beneficiaryId === item.requesterId ? null : party(item.beneficiaryId),
        shown: item.shown.map(({ label, value }) => ({ label: inLang(label, ctx.lang), value })),
        step: chain.stages[step.stage]?.steps.find((one) => one.key === step.key)?.title ?? step.key,
        inPlaceOf: row.personId === readerId ? null : (names.get(row.personId) ?? '—'),
        via: ask.via,
        askedAt: ask.askedAt,
        lapse: step.lapseAt && definition?.lapse ? { at: step.lapseAt, outcome: definition.lapse.outcome } : null,
        isWaiting: ask.outcome === null,
        outcome: ask.outcome,
        decidedBy: ask.decidedBy ? (names.get(ask.decidedBy) ?? '—') : null,
        decidedAt: ask.decidedAt,
        reason: ask.reason,
        chain,
      },
    ]
  })
}
