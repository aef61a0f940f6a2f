import type { Actor } from '../../kernel/actor.ts'
import { Rule } from '../../kernel/audience.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { factValues, namesFrom } from './fact-values.ts'
import { factsOf } from './identification.ts'
import { ruleWords } from './rule-words.ts'
import { audiencesOf, textIn } from './rules.ts'
import { findAudience } from './store/audiences.ts'
import { isColleagueOf, listColleagueRows } from './store/colleagues.ts'
import { listAudienceRules } from './store/known.ts'
import { listPeople } from './store/persons.ts'
import { findIdentified } from './store/sessions.ts'

/** Ids of the audiences that somebody is in; undefined when there is no such active person. */
export async function audiencesOfPerson(ctx: Ctx, personId: string): Promise<ReadonlySet<string> | undefined> {
  const row = await findIdentified(ctx.db, personId)
  return row && audiencesOf(await listAudienceRules(ctx.db), factsOf(row))
}

/**
 * The same context with somebody else's eyes: their facts, audiences and permissions, in the portal of the actor. For previews, never for
 * acting in their name. Undefined when there is no such active person.
 */
export async function ctxAs(ctx: Ctx, personId: string): Promise<Ctx | undefined> {
  const row = await findIdentified(ctx.db, personId)
  if (!row) return undefined
  const facts = factsOf(row)
  const actor: Actor = {
    ...ctx.actor,
    personId: row.personId,
    name: row.name,
    email: row.email,
    facts,
    permissions: new Set(row.permissions),
    audiences: audiencesOf(await listAudienceRules(ctx.db), facts),
  }
  return { ...ctx, actor }
}

/** An audience in the reader's words: what it is called, what was written about it, and its rule line by line. */
export async function audienceWords(
  ctx: Ctx,
  id: string,
): Promise<{ name: string; words: string; rule: string[] } | undefined> {
  const audience = await findAudience(ctx.db, id)
  if (!audience) return undefined
  const rule = Rule.safeParse(audience.rule)
  return {
    name: textIn(audience.names, ctx.lang, audience.key),
    words: textIn(audience.words, ctx.lang),
    rule: rule.success ? ruleWords(rule.data, ctx.t, namesFrom(await factValues(ctx))) : [],
  }
}

/** People who share an organisation or a team with the actor, by name, at most `limit`. Nobody for visitors. */
export async function listColleagues(
  ctx: Ctx,
  { search = '', limit = 20 }: { search?: string; limit?: number },
): Promise<{ id: string; name: string }[]> {
  return ctx.actor.personId ? listColleagueRows(ctx.db, ctx.actor.personId, search, limit) : []
}

/** Whether somebody shares an organisation or a team with the actor. */
export async function isColleague(ctx: Ctx, personId: string): Promise<boolean> {
  return ctx.actor.personId !== null && isColleagueOf(ctx.db, ctx.actor.personId, personId)
}

/** Active people by name, for choosing one; at most `limit`. For those who may know of everybody. */
export async function listPersons(
  ctx: Ctx,
  { search = '', limit = 20 }: { search?: string; limit?: number },
): Promise<{ id: string; name: string }[]> {
  const rows = await listPeople(ctx.db, { search, state: 'active', limit })
  return rows.map(({ id, name }) => ({ id, name }))
}
