import type { Ctx } from '../../kernel/ctx.ts'
import type { Lang } from '../../kernel/lang.ts'
import { type Texts, textIn } from './rules.ts'
import { reachablePersons } from './store/persons.ts'
import { listRoleRows } from './store/roles.ts'

/** How to reach several people: of the active ones that have an address, name, address and language. One query. */
export async function contactsOfPersons(
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ id: string; name: string; email: string; lang: Lang }[]> {
  const rows = ids.length === 0 ? [] : await reachablePersons(ctx.db, ids)
  return rows.map(({ id, name, email, language }) => ({ id, name, email: email as string, lang: language as Lang }))
}

/** All roles with their names in the reader's language, for choosing one; at most 200. */
export async function roleChoices(ctx: Ctx): Promise<{ id: string; key: string; name: string }[]> {
  return (await listRoleRows(ctx.db)).map(({ id, key, names }) => ({
    id,
    key,
    name: textIn(names as Texts, ctx.lang, key),
  }))
}
