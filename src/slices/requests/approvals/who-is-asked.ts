import type { ApprovalStep, Approver } from './definition.ts'
import { type ChainRun, type Directory, isOwn, type Via } from './run.ts'

/** So far up a hierarchy somebody is looked for; also ends circles of managers. */
const HIGHEST = 10

/** Who would be asked if the step were reached now; empty: nobody could be. */
export function whoWouldBeAsked(run: ChainRun, step: ApprovalStep, directory: Directory): { id: string; via: Via }[] {
  const named = namedBy(run, step.approver, directory)
  const able = named.filter((id) => directory.isActive(id) && !isOwn(run, id))
  return able.length > 0 ? able.map((id) => ({ id, via: 'named' as const })) : standIn(run, named, directory)
}

/** Who is asked in the place of people who cannot be: their substitute, a manager of theirs, the chain's fallback, an overseer. */
export function standIn(run: ChainRun, absent: readonly string[], directory: Directory): { id: string; via: Via }[] {
  const mayBe = (id: string) => directory.isActive(id) && !isOwn(run, id)
  const substitute = absent.map((id) => directory.substituteOf(id)).find((id) => id !== null && mayBe(id))
  if (substitute) return [{ id: substitute, via: 'substitute' }]
  const manager = absent.map((id) => climb(id, directory, mayBe)).find((id) => id !== null)
  if (manager) return [{ id: manager, via: 'manager' }]
  const { fallbackId } = run.chain
  if (fallbackId && mayBe(fallbackId)) return [{ id: fallbackId, via: 'fallback' }]
  return directory.overseers.filter(mayBe).map((id) => ({ id, via: 'overseer' as const }))
}

/** The nearest manager above somebody who may be asked. */
export function climb(from: string, directory: Directory, mayBe: (id: string) => boolean): string | null {
  let next = directory.managerOf(from)
  for (let height = 0; next !== null && height < HIGHEST; height++) {
    if (mayBe(next)) return next
    next = directory.managerOf(next)
  }
  return null
}

function namedBy(run: ChainRun, approver: Approver, directory: Directory): string[] {
  if (approver.kind === 'person') return [approver.personId]
  if (approver.kind === 'team') return [...new Set(directory.membersOf(approver.teamId))]
  // Whoever orders for nobody else gets it themselves.
  const party = approver.of === 'beneficiary' ? (run.beneficiaryId ?? run.requesterId) : run.requesterId
  if (party === null) return []
  const found = approver.kind === 'manager' ? directory.managerOf(party) : directory.costCentreOwnerOf(party)
  return found === null ? [] : [found]
}
