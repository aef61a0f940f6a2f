import { definePage } from '../../../ui/page.ts'
import { finishSingleSignOn } from '../operations/finish-single-sign-on.ts'
import { startSingleSignOn } from '../operations/start-single-sign-on.ts'
import { cookiesOf, keptOf, nextOf } from './signing-in.ts'

/**
 * Leads to an identity provider. A link and not a form: the content security policy lets forms lead to this installation only, and
 * browsers count redirects after a form as part of it.
 */
export const toProviderPage = definePage({
  path: '/sign-in/with/:provider',
  open: true,
  async get(call) {
    if (call.actor.personId) return { redirect: nextOf(call) }
    const { url, keep } = await call.run(startSingleSignOn, {
      provider: call.params['provider'] ?? '',
      next: nextOf(call),
    })
    return { redirect: url, cookies: cookiesOf(keep) }
  },
})

/** Where identity providers send people back to. The same for all portals: it has to be registered there. */
export const singleSignOnPage = definePage({
  path: '/sign-on/callback/:provider',
  open: true,
  bare: true,
  async get(call) {
    const { outcome, next, keep } = await call.run(finishSingleSignOn, {
      provider: call.params['provider'] ?? '',
      code: call.query['code'] ?? '',
      state: call.query['state'] ?? '',
      kept: keptOf(call),
      device: call.userAgent,
    })
    if (outcome === 'signed-in') return { redirect: next, cookies: cookiesOf(keep) }
    return { redirect: call.url('/sign-in'), flash: { kind: 'warn', key: 'identity.sso.failed' } }
  },
})
