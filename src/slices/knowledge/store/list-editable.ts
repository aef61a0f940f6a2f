import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { editable } from './editable.ts'

/** An article in the list of those who write. */
export interface EditableItem {
  id: string
  kind: 'faq' | 'how-to' | 'known-error' | 'policy' | 'manual' | 'news'
  /** Title in the wished language, or the nearest. */
  title: string
  lang: 'de' | 'en' | 'el'
  owner: string | null
  audience_names: Record<string, string> | null
  check_due_at: Date | null
  expires_at: Date | null
  changed_at: Date
  translations: {
    lang: 'de' | 'en' | 'el'
    state: 'draft' | 'in_review' | 'scheduled' | 'published' | 'archived'
    isOnline: boolean
  }[]
}

/** What the list of those who write can be narrowed to. */
export interface EditableFilter {
  lang: string
  words?: string | undefined
  state?: string | undefined
  kind?: string | undefined
  /** Id of a category; with everything below it. */
  category?: string | undefined
  /** Only with a translation in this language; `missing`: only without. */
  translatedTo?: string | undefined
  missingIn?: string | undefined
  owner?: string | undefined
  /** To be checked, because its time has come. */
  isDue?: boolean | undefined
}

/** Articles that the actor may edit, last changed first. */
export async function listEditable(
  ctx: Ctx,
  filter: EditableFilter,
  limit: number,
  after?: { at: string; id: string },
) {
  const { rows } = await sql<EditableItem>`
    select a.id, a.kind, v.title, v.lang, (select name from persons where id = a.owner_id) as owner,
      (select names from audiences where id = a.audience_id) as audience_names, a.check_due_at, a.expires_at, a.changed_at,
      (select json_agg(json_build_object('lang', t.lang, 'state', t.state, 'isOnline', t.published_version is not null) order by t.lang)
        from article_translations t where t.article_id = a.id) as translations
    from articles a
    cross join lateral (
      select v.title, v.lang from article_translations t
      join article_versions v on v.article_id = t.article_id and v.lang = t.lang and v.number = t.head
      where t.article_id = a.id order by (t.lang = ${filter.lang}) desc, (t.lang = a.original_lang) desc, t.lang limit 1
    ) v
    where ${editable(ctx)} and ${narrowed(ctx, filter)}
      and ${after ? sql`(a.changed_at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by a.changed_at desc, a.id desc limit ${limit}`.execute(ctx.db)
  return rows
}

function narrowed(ctx: Ctx, filter: EditableFilter): RawBuilder<unknown> {
  const words = filter.words?.trim()
  const conditions = [
    filter.kind && sql`a.kind = ${filter.kind}`,
    filter.owner && sql`a.owner_id = ${filter.owner}`,
    filter.category &&
      sql`a.category_id in (select id from categories where path @> array[${filter.category}]::uuid[])`,
    filter.isDue && sql`a.check_due_at <= ${ctx.now()}`,
    filter.missingIn &&
      sql`not exists (select 1 from article_translations t where t.article_id = a.id and t.lang = ${filter.missingIn})`,
    (filter.state || filter.translatedTo) &&
      sql`exists (select 1 from article_translations t where t.article_id = a.id
        and ${filter.state ? sql`t.state = ${filter.state}` : sql`true`}
        and ${filter.translatedTo ? sql`t.lang = ${filter.translatedTo}` : sql`true`})`,
    words &&
      sql`(a.external_key = ${words} or exists (select 1 from article_translations t
        join article_versions w on w.article_id = t.article_id and w.lang = t.lang and w.number = t.head
        where t.article_id = a.id and (w.title ilike ${like(words)} or t.slug ilike ${like(words)} or ${words} = any(w.tags))))`,
  ].filter((condition) => typeof condition === 'object')
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`
}

function like(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}

/** Numbers for the tabs of the list: what waits for review, what is due for a check, drafts of the actor. */
export async function countWork(ctx: Ctx) {
  const { rows } = await sql<{ in_review: number; due: number; scheduled: number; drafts: number }>`
    select
      count(*) filter (where t.state = 'in_review')::int as in_review,
      count(*) filter (where t.state = 'scheduled')::int as scheduled,
      count(*) filter (where t.state = 'draft')::int as drafts,
      (select count(*)::int from articles a where ${editable(ctx)} and a.check_due_at <= ${ctx.now()}) as due
    from article_translations t join articles a on a.id = t.article_id where ${editable(ctx)}`.execute(ctx.db)
  return rows[0] ?? { in_review: 0, due: 0, scheduled: 0, drafts: 0 }
}
