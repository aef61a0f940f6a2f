import type { Ctx } from '../../../kernel/ctx.ts'
import { newSecret } from '../../../kernel/ids.ts'
import { isLang } from '../../../kernel/lang.ts'
import { insertCheck } from '../store/sign-in.ts'
import { pageUrl } from './mails.ts'

/** Seconds for which a link made by hand holds. */
const LIFETIME = 86_400

/** A link like the one that comes by mail after "forgotten password", for handing over in another way. */
export async function passwordLink(ctx: Ctx, person: { id: string; language: string }): Promise<string> {
  const token = newSecret()
  await insertCheck(ctx.db, `reset-password:${token}`, person.id, LIFETIME)
  return pageUrl(ctx, isLang(person.language) ? person.language : ctx.lang, `/forgotten-password/${token}`)
}
