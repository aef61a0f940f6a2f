import type { Ctx } from '../../kernel/ctx.ts'
import type { LookupChoice } from '../../kernel/flow-parts.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import { queryWithin } from '../../kernel/runner.ts'
import { audienceChoices } from '../identity/index.ts'
import { type Definition, type Step, stepsById } from './definition.ts'
import { type Answer, answersOf, type Facts, NONE, nextOf, readAnswer, settle } from './rules.ts'
import type { Move } from './store/moves.ts'
import { todayOf } from './today.ts'

const MOST_CHOICES = 20

/** Where a journey has come to. */
export interface Course {
  at: string
  trail: Answer[]
  ended: boolean
  /** What was walked, for the figures. */
  moves: Move[]
}

/** The beginning of a way through a definition. */
export async function beginCourse(ctx: Ctx, definition: Definition): Promise<Course> {
  const place = await arrive(ctx, definition, definition.start ?? '', [])
  return courseOf(definition, place, [], '')
}

/** The way on after an answer at a step; refuses what does not fit there. */
export async function answerCourse(
  ctx: Ctx,
  definition: Definition,
  at: string,
  trail: readonly Answer[],
  typed: string,
): Promise<Course> {
  const step = stepOf(definition, at)
  const offered = step.kind === 'lookup' ? await lookUp(ctx, step.lookup) : []
  const today = await todayOf(ctx)
  const read = readAnswer(
    step,
    typed,
    today,
    offered.map((one) => one.value),
  )
  if ('problem' in read) throw refuse.field('value', `flows.answer.${read.problem}`, boundsOf(step))
  const label = offered.find((one) => one.value === read.value)?.label
  const to = nextOf(step, read.value)
  if (step.kind === 'end' || to === null) throw refuse.conflict('flows.ended', 'flows.answer.ended')
  const answered = [...trail, { step: at, value: read.value, ...(label ? { label } : {}), via: [] }]
  const place = await arrive(ctx, definition, to, answered)
  return courseOf(definition, place, answered, at)
}

/** The way back to a step that was answered: that answer and all later ones are taken back. */
export function backCourse(at: string, trail: readonly Answer[], to?: string): Course {
  const index = to === undefined ? trail.length - 1 : trail.findIndex((one) => one.step === to)
  const target = trail[index]
  if (!target) throw refuse.conflict('flows.at_start', 'flows.answer.atStart')
  // The moves that were counted on the way from there to here.
  const stops = [...trail.slice(index).flatMap((one) => [one.step, ...one.via]), at]
  const moves = stops.slice(1).map((stop, n) => ({ from: stops[n] as string, to: stop }))
  return { at: target.step, trail: trail.slice(0, index), ended: false, moves }
}

/** What a look-up finds for the actor; nothing when they may not look. */
export async function lookUp(ctx: Ctx, name: string): Promise<LookupChoice[]> {
  const lookup = ctx.flowLookups.find((one) => one.name === name)
  if (!lookup) return []
  try {
    return lookup.pick(await queryWithin(ctx, lookup.operation, lookup.input)).slice(0, MOST_CHOICES)
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unavailable') return []
    throw error
  }
}

/** Walks on from a step until one asks something: checks decide by themselves, look-ups that find nothing lead on. */
async function arrive(
  ctx: Ctx,
  definition: Definition,
  from: string,
  trail: readonly Answer[],
): Promise<{ at: string; via: string[] }> {
  const facts = await factsOf(ctx, definition, trail)
  const via: string[] = []
  let to = from
  for (let passed = 0; passed <= definition.steps.length; passed++) {
    const place = settle(definition, to, facts)
    via.push(...place.via)
    const step = stepOf(definition, place.at)
    // Somebody who is not signed in is asked whether they want to be.
    const isOffered =
      step.kind !== 'lookup' || ctx.actor.personId === null || (await lookUp(ctx, step.lookup)).length > 0
    if (isOffered) return { at: place.at, via }
    via.push(step.id)
    to = nextOf(step, NONE) ?? ''
  }
  throw new Error('a published flow has no loops')
}

function courseOf(
  definition: Definition,
  { at, via }: { at: string; via: string[] },
  answered: Answer[],
  from: string,
): Course {
  const stops = [from, ...via, at]
  const moves = stops.slice(1).map((to, n) => ({ from: stops[n] as string, to }))
  const last = answered.at(-1)
  const trail = last ? [...answered.slice(0, -1), { ...last, via }] : answered
  return { at, trail, ended: stepOf(definition, at).kind === 'end', moves }
}

async function factsOf(ctx: Ctx, definition: Definition, trail: readonly Answer[]): Promise<Facts> {
  const asksAudience = definition.steps.some(
    (step) => step.kind === 'check' && step.lines.some((line) => 'audience' in line),
  )
  const known = asksAudience ? await audienceChoices(ctx) : []
  return {
    answers: answersOf(trail),
    audiences: new Set(known.filter(({ id }) => ctx.actor.audiences.has(id)).map(({ key }) => key)),
    signedIn: ctx.actor.personId !== null,
    today: await todayOf(ctx),
  }
}

export function stepOf(definition: Definition, id: string): Step {
  const step = stepsById(definition).get(id)
  if (!step) throw new Error(`no step ${id}`)
  return step
}

/** What the message of a refused number or day names. */
function boundsOf(step: Step): Record<string, string | number> {
  return step.kind === 'number' ? { min: step.min ?? '', max: step.max ?? '' } : {}
}
