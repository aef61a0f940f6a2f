import { refuse } from '../../../kernel/refusal.ts'
import type { Cookie, PageAnswer, PageCall } from '../../../ui/page.ts'
import { safeNext } from '../rules.ts'
import { KEPT } from '../sign-in/engine.ts'
import type { Keep, SignInOutcome } from '../sign-in/outcome.ts'

/** Cookie with the address to which a code was sent, so that it need not stand in an address line. */
export const ADDRESS_COOKIE = 'theke_sign_in'

/** Where the reader wanted to go, or home. */
export function nextOf(call: PageCall): string {
  return safeNext(call.query['next']) ?? call.url('/')
}

/** A page of signing in, with the wish where to go kept in its address. */
export function signInUrl(call: PageCall, path: string): string {
  const next = safeNext(call.query['next'])
  return call.url(path) + (next ? `?next=${encodeURIComponent(next)}` : '')
}

/** What was kept of earlier steps. */
export function keptOf(call: PageCall): Partial<Record<(typeof KEPT)[number], string>> {
  return Object.fromEntries(KEPT.flatMap((name) => (call.cookies[name] ? [[name, call.cookies[name]]] : [])))
}

export function cookiesOf(keep: Keep): Cookie[] {
  return keep.map(({ name, value, seconds }) => ({ name, value, maxAge: seconds }))
}

/** Leads on after a step of signing in; a wrong try is shown beside its field. */
export function afterStep(call: PageCall, answer: SignInOutcome, field: 'password' | 'code'): PageAnswer {
  const cookies = cookiesOf(answer.keep ?? [])
  switch (answer.outcome) {
    case 'signed-in':
      return { redirect: nextOf(call), cookies: [...cookies, { name: ADDRESS_COOKIE, value: '', maxAge: 0 }] }
    case 'second-factor':
      return { redirect: signInUrl(call, '/sign-in/second-factor'), cookies }
    case 'confirm-address':
      return { redirect: signInUrl(call, '/sign-up/sent'), cookies }
    case 'wait':
      throw refuse.field(field, 'identity.signIn.wait', { minutes: Math.ceil((answer.wait ?? 60) / 60) })
    case 'over':
      throw refuse.field(field, 'identity.signIn.over')
    default:
      throw refuse.field(field, field === 'password' ? 'identity.signIn.wrong' : 'identity.code.wrong')
  }
}
