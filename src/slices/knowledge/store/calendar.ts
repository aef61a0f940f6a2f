import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Translation } from './translations.ts'

/** Translations whose time to be published has come; locked, those that another process is at are passed over. */
export async function listDue(ctx: Ctx, limit: number): Promise<Translation[]> {
  const { rows } = await sql<Translation>`
    select * from article_translations where state = 'scheduled' and publish_at <= ${ctx.now()}
    order by publish_at limit ${limit} for update skip locked`.execute(ctx.db)
  return rows
}

/** Takes expired articles from readers, and gives their ids. */
export async function withdrawExpired(ctx: Ctx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with expired as (
      select id from articles where expires_at <= ${ctx.now()} and published_at is not null limit ${limit} for update skip locked
    ), gone as (
      delete from article_publications p using expired where p.article_id = expired.id
    ), archived as (
      update article_translations t set state = 'archived', published_version = null, publish_at = null
      from expired where t.article_id = expired.id and t.published_version is not null
    )
    update articles a set published_at = null, changed_at = ${ctx.now()} from expired where a.id = expired.id returning a.id`.execute(
    ctx.db,
  )
  return rows.map((row) => row.id)
}

/** An article of which its owner should be reminded. */
export interface Reminder {
  id: string
  title: string
  /** The day that it is about. */
  on: Date
  email: string
  name: string
  language: 'de' | 'en' | 'el'
}

/** Days before the end of an article at which its owner hears of it. */
const DAYS_BEFORE = 14

/** Articles that end soon, each once; notes that their owners were reminded. */
export async function takeExpiring(ctx: Ctx, limit: number): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    with soon as (
      update articles a set expiry_reminded_at = ${ctx.now()}
      where a.id in (
        select id from articles
        where expires_at > ${ctx.now()} and expires_at <= ${ctx.now()}::timestamptz + make_interval(days => ${DAYS_BEFORE})
          and published_at is not null and (expiry_reminded_at is null or expiry_reminded_at < expires_at - make_interval(days => ${DAYS_BEFORE}))
        limit ${limit} for update skip locked
      ) returning a.id, a.expires_at as on, a.owner_id, a.original_lang
    ) ${reminders()}`.execute(ctx.db)
  return rows
}

/** Articles whose time to be checked has come, each once; notes that their owners were reminded. */
export async function takeDueForCheck(ctx: Ctx, limit: number): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    with soon as (
      update articles a set check_reminded_at = ${ctx.now()}
      where a.id in (
        select id from articles
        where check_due_at <= ${ctx.now()} and published_at is not null and (check_reminded_at is null or check_reminded_at < check_due_at)
        limit ${limit} for update skip locked
      ) returning a.id, a.check_due_at as on, a.owner_id, a.original_lang
    ) ${reminders()}`.execute(ctx.db)
  return rows
}

/** Owner and title of the articles in `soon`. */
function reminders() {
  return sql`
    select soon.id, soon.on, p.email, p.name, p.language, v.title
    from soon join persons p on p.id = soon.owner_id
    join article_translations t on t.article_id = soon.id and t.lang = soon.original_lang
    join article_versions v on v.article_id = t.article_id and v.lang = t.lang and v.number = t.head
    where p.email is not null and p.state = 'active'`
}
