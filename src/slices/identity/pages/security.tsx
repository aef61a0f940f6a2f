import { refuse } from '../../../kernel/refusal.ts'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { definePage, goTo } from '../../../ui/page.ts'
import { addPasskey } from '../operations/add-passkey.ts'
import { changePassword } from '../operations/change-password.ts'
import { endOtherSessions } from '../operations/end-other-sessions.ts'
import { endSession } from '../operations/end-session.ts'
import { readSecurity } from '../operations/read-security.ts'
import { removePasskey } from '../operations/remove-passkey.ts'
import { startPasskey } from '../operations/start-passkey.ts'
import { stopSecondFactor } from '../operations/stop-second-factor.ts'
import { parsePasskeyAnswer } from '../sign-in/passkey-answer.ts'
import { AccountTabs } from './account.tsx'
import { PasskeyPart, PasswordPart, SecondFactorPart, SessionsPart } from './security-parts.tsx'
import { cookiesOf, keptOf } from './signing-in.ts'

/** How I sign in, and where I am signed in. */
export const securityPage = definePage({
  path: '/account/security',
  open: true,
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const security = await call.run(readSecurity, {})
    return {
      title: t('identity.account.security'),
      breadcrumbs: [
        { label: call.portal.name, href: call.url('/') },
        { label: t('identity.account.title'), href: call.url('/account') },
        { label: t('identity.account.security') },
      ],
      view: (
        <div class="narrow stack">
          <PageHead title={t('identity.account.security')} lead={t('identity.security.lead')} />
          <AccountTabs call={call} />
          <PasswordPart call={call} security={security} />
          <PasskeyPart call={call} security={security} />
          <SecondFactorPart call={call} security={security} />
          <SessionsPart call={call} security={security} />
        </div>
      ),
    }
  },
  post: {
    async password(call, fields) {
      const { outcome } = await call.run(changePassword, {
        current: fields.get('current-password'),
        password: fields.get('password'),
      })
      if (outcome === 'wrong') throw refuse.field('current-password', 'identity.password.wrong')
      if (outcome === 'wait') throw refuse.field('current-password', 'identity.signIn.wait', { minutes: 15 })
      return goTo(call.url('/account/security'), 'identity.security.passwordChanged')
    },
    async 'passkey-options'(call) {
      const { options, keep } = await call.run(startPasskey, {})
      return {
        raw: JSON.stringify(options),
        type: 'application/json',
        headers: { 'cache-control': 'no-store' },
        cookies: cookiesOf(keep),
      }
    },
    async passkey(call, fields) {
      await call.run(addPasskey, {
        answer: parsePasskeyAnswer(fields.get('answer')) as never,
        name: fields.get('name') || call.format.dayShort(call.now),
        kept: keptOf(call),
      })
      return goTo(call.url('/account/security'), 'identity.passkey.added')
    },
    async 'remove-passkey'(call, fields) {
      await call.run(removePasskey, { id: fields.get('id') })
      return goTo(call.url('/account/security'), 'identity.passkey.removed')
    },
    async 'stop-factor'(call, fields) {
      try {
        await call.run(stopSecondFactor, { password: fields.get('factor-password') })
      } catch (error) {
        throw asField(error, 'factor-password')
      }
      return goTo(call.url('/account/security'), 'identity.factor.stopped')
    },
    async 'end-session'(call, fields) {
      await call.run(endSession, { id: fields.get('id') })
      return goTo(call.url('/account/security'), 'identity.sessions.ended')
    },
    async 'end-others'(call) {
      const { ended } = await call.run(endOtherSessions, {})
      return goTo(call.url('/account/security'), 'identity.sessions.othersEnded', { count: ended })
    },
  },
})

/** The operation's field is called otherwise on this page, where two passwords are asked for. */
export function asField(error: unknown, name: string): unknown {
  const issue = (error as { issues?: { key: string }[] }).issues?.[0]
  return issue ? refuse.field(name, issue.key as never) : error
}
