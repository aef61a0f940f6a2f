import { type RawBuilder, sql } from 'kysely'
import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { meant } from './visible.ts'

/** An article as those who write it see it. */
export interface EditableArticle {
  id: string
  external_key: string | null
  /** What gave rise to it, `kind:key`. */
  origin: string | null
  kind: 'faq' | 'how-to' | 'known-error' | 'policy' | 'manual' | 'news'
  category_id: string | null
  original_lang: 'de' | 'en' | 'el'
  owner_id: string | null
  owner: string | null
  audience_id: string | null
  portals: string[]
  products: string[]
  published_at: Date | null
  expires_at: Date | null
  checked_at: Date | null
  checked_by: string | null
  check_every: number | null
  check_due_at: Date | null
  changed_at: Date
}

/**
 * What the actor may edit, as a condition on `articles a`: of an audience they are in, or their own, or everything for those who manage
 * the knowledge base. That they may write at all is asked before.
 */
export function editable(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.actor.channel === 'system' || may(ctx.actor, 'knowledge.manage')) return sql<boolean>`true`
  return sql<boolean>`(${meant(ctx)} or a.owner_id = ${ctx.actor.personId})`
}

/** The article, if this actor may edit it. */
export async function findEditable(ctx: Ctx, id: string): Promise<EditableArticle | undefined> {
  const { rows } = await sql<EditableArticle>`
    select a.*, (select name from persons where id = a.owner_id) as owner,
      (select name from persons where id = a.checked_by) as checked_by,
      array(select product_id::text from article_products where article_id = a.id) as products
    from articles a where a.id = ${id}::uuid and ${editable(ctx)}`.execute(ctx.db)
  return rows[0]
}
