import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/** Addresses elsewhere that articles lead to and that nobody has asked for some days, those never asked first. */
export async function listUnchecked(ctx: Ctx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ target: string }>`
    select l.target from (
      select distinct l.target from article_links l join articles a on a.id = l.article_id
      where l.target ~* '^https?://' and a.published_at is not null
    ) l left join link_checks c on c.url = l.target
    where c.url is null or c.checked_at < ${ctx.now()}::timestamptz - case when c.failures > 0 then interval '1 day' else interval '4 days' end
    order by c.checked_at nulls first limit ${limit}`.execute(ctx.db)
  return rows.map((row) => row.target)
}

/** Notes how an address answered. One that gave no answer counts as broken only the second time. */
export async function putCheck(
  ctx: Ctx,
  url: string,
  answer: { isBroken: boolean; status: number | null; problem: string | null },
) {
  const certain = answer.isBroken && answer.status !== null
  await sql`insert into link_checks (url, checked_at, is_broken, status, problem, failures)
    values (${url}, ${ctx.now()}, ${certain}, ${answer.status}, ${answer.problem}, ${answer.isBroken ? 1 : 0})
    on conflict (url) do update set checked_at = excluded.checked_at, status = excluded.status, problem = excluded.problem,
      failures = case when ${answer.isBroken} then link_checks.failures + 1 else 0 end,
      is_broken = ${certain} or (${answer.isBroken} and link_checks.failures >= 1)`.execute(ctx.db)
}
