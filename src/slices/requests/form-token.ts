import type { Ctx } from '../../kernel/ctx.ts'
import { refuse } from '../../kernel/refusal.ts'
import { readFormToken } from './rules.ts'

/** The key of the form that somebody has sent, or null for calls that come without a form. Refuses programs and forms that are too old. */
export function checkForm(ctx: Ctx, token: string | undefined): string | null {
  const isNeeded = ctx.actor.channel === 'web' && ctx.actor.personId === null
  if (token === undefined && !isNeeded) return null
  const form = readFormToken(token ?? '', ctx.installation.secret, ctx.now())
  if (typeof form === 'object') return form.key
  if (form === 'too_quick') throw refuse.conflict('requests.too_quick', 'requests.write.tooQuick')
  throw refuse.conflict('requests.form_expired', 'requests.write.formExpired')
}
