import type { Ctx } from '../../../kernel/ctx.ts'
import { namesOfPersons, reportingOf } from '../../identity/index.ts'
import { readLink } from './link.ts'
import { type AskRow, findAskRow } from './store/lists.ts'
import { substitutedBy } from './store/substitutions.ts'
import { todayOf } from './today.ts'

/** Somebody who came by the link of a mail, and what they are asked. */
export interface Linked {
  ask: AskRow
  personId: string
  name: string
  /** The context with them as actor: what they do is theirs. */
  ctx: Ctx
}

/** What a link leads to: nothing when its time is over, when the person has left, or does not stand for the person asked any more. */
export async function findByLink(ctx: Ctx, link: string): Promise<Linked | undefined> {
  const content = readLink(ctx.installation.secret, link, ctx.now())
  if (!content) return undefined
  const { personId } = content
  const reporting = await reportingOf(ctx, { personIds: [personId], teamIds: [] })
  if (!reporting.isActive(personId)) return undefined
  const substituted = await substitutedBy(ctx.db, personId, await todayOf(ctx))
  const ask = await findAskRow(ctx.db, content.askId, { me: personId, substituted })
  const name = (await namesOfPersons(ctx, [personId])).get(personId)
  if (!ask || name === undefined) return undefined
  const actor = { ...ctx.actor, personId, name, channel: 'mail' as const, permissions: new Set<string>() }
  return { ask, personId, name, ctx: { ...ctx, actor } }
}
