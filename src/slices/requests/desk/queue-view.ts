import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { peopleNamed } from '../../identity/index.ts'
import { numberOf } from '../rules.ts'
import { findKnownType } from '../store/types.ts'
import type { QueueFilter } from './filter.ts'
import { type Sight, sightOf } from './sight.ts'
import type { QueueView } from './store/queue.ts'

/** People of that name whose requests are looked for. */
const MOST_NAMED = 50

/** A filter as the store needs it: with what the actor may see, and with who is meant by the words. */
export async function viewOf(ctx: Ctx, filter: QueueFilter): Promise<QueueView> {
  const sight = await sightOf(ctx)
  if (!sight) throw refuse.forbidden()
  const words = filter.words ?? ''
  const people = words !== '' && numberOf(words) === null ? await peopleNamed(ctx, words, MOST_NAMED) : []
  return {
    filter,
    sight,
    personId: ctx.actor.personId,
    named: people.map((person) => person.id),
    now: ctx.now(),
    isKept: await isKeptFrom(ctx, sight, filter.type),
  }
}

/** Whether a list is of a kind that a team keeps to itself, and whoever looks is not in it. */
async function isKeptFrom(ctx: Ctx, { all, teams }: Sight, type: string | undefined): Promise<boolean> {
  if (all || type === undefined) return false
  const known = await findKnownType(ctx, type)
  if (!known?.teamOnly) return false
  return known.team === null || !teams.includes(known.team)
}
