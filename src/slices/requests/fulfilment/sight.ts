import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { teamIdsOf } from '../../identity/index.ts'
import { OVERSEE } from '../approvals/permission.ts'
import { findTaskRow, type Sight, type TaskRow } from './store/tasks.ts'

/** Which tasks the actor may see: their own, those of their teams; all of them when they oversee. */
export async function sightOf(ctx: Ctx): Promise<Sight | null> {
  const me = ctx.actor.personId
  if (me === null) return null
  return { me, teams: await teamIdsOf(ctx, me), all: may(ctx.actor, OVERSEE) }
}

/** A task that the actor may see. */
export async function findTaskFor(ctx: Ctx, id: string): Promise<TaskRow | undefined> {
  const sight = await sightOf(ctx)
  return sight ? findTaskRow(ctx.db, sight, id) : undefined
}
