import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { teamChoices } from '../../identity/index.ts'
import { type Leading, leadsTeam } from './leading.ts'

/** Who has a template or a macro. */
export const Holder = z
  .union([z.enum(['me', 'everybody']), Id])
  .describe('Who has it: `me` alone, `everybody` at the desk, or a team by its id')
export type Holder = z.infer<typeof Holder>

/** The same as it is kept. Both null: everybody has it. */
export interface Held {
  owner_id: string | null
  team_id: string | null
}

/** Who is to have it, kept by somebody who may say so. Refuses `forbidden` when it is not theirs to share. */
export async function heldBy(ctx: Ctx, holder: Holder, leading: Leading): Promise<Held> {
  if (holder === 'me') {
    if (ctx.actor.personId === null) throw refuse.forbidden()
    return { owner_id: ctx.actor.personId, team_id: null }
  }
  const isAllowed =
    holder === 'everybody'
      ? leading.shared
      : leadsTeam(leading, holder) && (await teamChoices(ctx)).some((team) => team.id === holder)
  if (!isAllowed) throw refuse.field('holder', 'requests.desk.phrase.notToShare')
  return { owner_id: null, team_id: holder === 'everybody' ? null : holder }
}

/** Who has it, in the words of an operation. */
export function holderOf({ owner_id, team_id }: Held): Holder {
  return owner_id === null ? (team_id ?? 'everybody') : 'me'
}

/** Whether somebody may change what is held so; the same as `changeableBy` in SQL. */
export function mayChange({ owner_id, team_id }: Held, leading: Leading): boolean {
  if (owner_id !== null) return owner_id === leading.personId
  return team_id === null ? leading.shared : leadsTeam(leading, team_id)
}
