import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { OVERSEE } from './permission.ts'
import { type AskRow, findAskRow } from './store/lists.ts'
import { substitutedBy } from './store/substitutions.ts'
import { todayOf } from './today.ts'

/** An ask of the actor, of somebody they substitute today, or any when they oversee approvals. */
export async function findAskFor(ctx: Ctx, id: string): Promise<AskRow | undefined> {
  const me = ctx.actor.personId
  if (may(ctx.actor, OVERSEE)) return findAskRow(ctx.db, id, 'anybody')
  if (me === null) return undefined
  return findAskRow(ctx.db, id, { me, substituted: await substitutedBy(ctx.db, me, await todayOf(ctx)) })
}
