import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Database } from '../../../kernel/ctx.ts'
import { numberOf } from '../rules.ts'
import { COLUMNS, type Request } from './requests.ts'
import { isOfOrganisation, rolesOf } from './visible.ts'

/** Whose requests: one's own (by or for oneself), those shared with one, those of one's organisations. */
export const SCOPES = ['mine', 'shared', 'organisation'] as const
export type Scope = (typeof SCOPES)[number]

interface ListQuery {
  scope: Scope
  after: string | null
  limit: number
  open: boolean | null
  type: string | null
  /** Words of the subject, or a reference. */
  text: string | null
}

/** Requests that an actor may see, newest first. Each way in is read along its own index, so that the number of all requests does not matter. */
export async function listVisible(db: Database, actor: Actor, query: ListQuery): Promise<Request[]> {
  if (actor.personId === null) return []
  const ways = waysIn(actor, query.scope).map(
    (way) => sql`(select ${sql.raw(COLUMNS.join(', '))} from requests where ${way} and ${narrowed(query)}
      order by id desc limit ${query.limit + 1})`,
  )
  const { rows } = await sql<Request>`
    select distinct on (id) * from (${sql.join(ways, sql` union all `)}) as found
    order by id desc limit ${query.limit + 1}`.execute(db)
  return rows.map(withNumbers)
}

function waysIn(actor: Actor, scope: Scope): RawBuilder<unknown>[] {
  const me = actor.personId
  if (scope === 'mine') return [sql`requester_id = ${me}`, sql`beneficiary_id = ${me}`]
  if (scope === 'organisation') return [isOfOrganisation(actor)]
  return [
    sql`id in (select request_id from request_shares where person_id = ${me})`,
    sql`id in (select request_id from request_shares where role_id in ${rolesOf(actor)})`,
  ]
}

function narrowed({ after, open, type, text }: ListQuery): RawBuilder<unknown> {
  const conditions = [sql`true`]
  if (after !== null) conditions.push(sql`id < ${after}`)
  if (open === true) conditions.push(sql`state in ('new', 'approval', 'open', 'waiting')`)
  if (open === false) conditions.push(sql`state in ('solved', 'closed')`)
  if (type !== null) conditions.push(sql`type = ${type}`)
  if (text !== null) conditions.push(contains(text))
  return sql.join(conditions, sql` and `)
}

function contains(text: string): RawBuilder<unknown> {
  const number = numberOf(text) ?? (/^\d{5,12}$/.test(text) ? Number(text) : null)
  if (number !== null) return sql`number = ${number}`
  const words = text.split(/\s+/).filter(Boolean).slice(0, 8)
  return sql.join(
    words.map((word) => sql`subject ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
    sql` and `,
  )
}

/** Rows that did not come through the query builder: the driver gives big numbers as text. */
function withNumbers(row: Request): Request {
  return { ...row, number: Number(row.number) }
}
