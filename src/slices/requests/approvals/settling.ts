import type { StepRun } from './run.ts'

/** What the answers to a step come to. The answer of whoever it was escalated to decides alone. */
export function settle(step: StepRun) {
  const answered = step.asks.filter((ask) => ask.outcome !== null && ask.outcome !== 'released')
  const deciding = answered.find((ask) => step.need === 'any' || ask.via === 'escalation' || ask.outcome === 'declined')
  const waits = step.asks.some((ask) => ask.outcome === null && ask.via !== 'escalation')
  if (deciding) step.state = deciding.outcome === 'declined' ? 'declined' : 'approved'
  else if (!waits && answered.length > 0) step.state = 'approved'
  if (step.state === 'asking') return
  for (const ask of step.asks) ask.outcome ??= 'released'
}

/** Nobody is asked twice: what they have approved once counts here too. */
export function repeat(step: StepRun, personId: string) {
  const ask = step.asks.find((one) => one.personId === personId && one.outcome === null)
  if (!ask || step.state !== 'asking') return
  ask.outcome = 'repeated'
  const isFirst = step.asks.every((one) => one.outcome === null || one.outcome === 'repeated')
  settle(step)
  // Settling has changed it, which the compiler cannot see.
  if ((step.state as StepRun['state']) === 'approved' && isFirst) {
    step.state = 'skipped'
    step.why = 'repeated'
  }
}

/** What the steps of a stage come to; null: it still waits. */
export function stageOutcome(need: 'all' | 'any', steps: readonly StepRun[]): 'approved' | 'declined' | null {
  const asked = steps.filter((step) => step.state !== 'skipped')
  const count = (state: StepRun['state']) => asked.filter((step) => step.state === state).length
  // A step that was skipped because its approver has approved before is an approval too.
  const isRepeated = steps.some((step) => step.why === 'repeated')
  if (asked.length === 0) return 'approved'
  if (need === 'any') {
    if (count('approved') > 0 || isRepeated) return 'approved'
    return count('declined') === asked.length ? 'declined' : null
  }
  if (count('declined') > 0) return 'declined'
  return count('approved') === asked.length ? 'approved' : null
}

/** The answers to a step are not needed any more. */
export function release(step: StepRun) {
  if (step.state !== 'asking' && step.state !== 'ahead') return
  step.state = 'unneeded'
  step.why = 'elsewhere'
  for (const ask of step.asks) ask.outcome ??= 'released'
}
