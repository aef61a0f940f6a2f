import type { Ctx } from '../../../kernel/ctx.ts'
import { personsWith, reportingOf } from '../../identity/index.ts'
import type { ApprovalChain } from './definition.ts'
import { OVERSEE } from './permission.ts'
import type { Directory } from './run.ts'
import { substitutesOf } from './store/substitutions.ts'
import { todayOf } from './today.ts'

/** So many of those who oversee approvals are asked when nobody else can be found. */
const OVERSEERS = 10

/** A chain, and for whom it runs. */
export interface ChainCase {
  chain: ApprovalChain
  requesterId: string | null
  beneficiaryId: string | null
}

/** What the organisation knows about everybody these chains could ask. A handful of queries, however many chains there are. */
export async function directoryFor(
  ctx: Ctx,
  cases: readonly ChainCase[],
  alsoAsked: readonly string[] = [],
): Promise<Directory> {
  const overseers = (await personsWith(ctx, OVERSEE)).slice(0, OVERSEERS).map((person) => person.id)
  const named = cases.flatMap(({ chain, requesterId, beneficiaryId }) => [
    requesterId,
    beneficiaryId,
    chain.fallbackId ?? null,
    ...namedIn(chain),
  ])
  const personIds = [...new Set([...named, ...alsoAsked, ...overseers])].filter((id) => id !== null)
  const reporting = await reportingOf(ctx, {
    personIds,
    teamIds: [...new Set(cases.flatMap(({ chain }) => teamsIn(chain)))],
  })
  const substitutes = await substitutesOf(ctx.db, reporting.everybody, await todayOf(ctx))
  const standIns = new Set(substitutes.values())
  return {
    ...reporting,
    // Only active people are found as substitutes.
    isActive: (id) => reporting.isActive(id) || standIns.has(id),
    substituteOf: (id) => substitutes.get(id) ?? null,
    overseers,
  }
}

function stepsOf(chain: ApprovalChain) {
  return chain.stages.flatMap((stage) => stage.steps)
}

/** People that a chain names. */
export function namedIn(chain: ApprovalChain): string[] {
  return stepsOf(chain).flatMap(({ approver, escalate }) => [
    ...(approver.kind === 'person' ? [approver.personId] : []),
    ...(escalate?.to.kind === 'person' ? [escalate.to.personId] : []),
  ])
}

/** Teams that a chain names. */
export function teamsIn(chain: ApprovalChain): string[] {
  return stepsOf(chain).flatMap(({ approver }) => (approver.kind === 'team' ? [approver.teamId] : []))
}
