import type { z } from 'zod'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { Island } from '../../../ui/island.tsx'
import { definePage, type PageCall } from '../../../ui/page.ts'
import { listWaysToSignIn } from '../operations/list-ways-to-sign-in.ts'
import { sendSignInCode } from '../operations/send-sign-in-code.ts'
import { signInWithPasskey } from '../operations/sign-in-with-passkey.ts'
import { signInWithPassword } from '../operations/sign-in-with-password.ts'
import { startPasskeySignIn } from '../operations/start-passkey-sign-in.ts'
import { parsePasskeyAnswer } from '../sign-in/passkey-answer.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { formOf } from './form.tsx'
import { ADDRESS_COOKIE, afterStep, cookiesOf, keptOf, nextOf, signInUrl } from './signing-in.ts'

/** One calm page: address and password, or a code by mail, a passkey, single sign-on. */
export const signInPage = definePage({
  path: '/sign-in',
  open: true,
  async get(call) {
    if (call.actor.personId) return { redirect: nextOf(call) }
    const ways = await call.run(listWaysToSignIn, {})
    return { title: call.t('identity.signIn.title'), view: view(call, ways) }
  },
  post: {
    async password(call, fields) {
      const answer = await call.run(signInWithPassword, {
        email: fields.get('email'),
        password: fields.get('password'),
        device: call.userAgent,
      })
      return afterStep(call, answer, 'password')
    },
    async code(call, fields) {
      const email = fields.get('email')
      await call.run(sendSignInCode, { email })
      return {
        redirect: signInUrl(call, '/sign-in/code'),
        cookies: [{ name: ADDRESS_COOKIE, value: email, maxAge: 900 }],
      }
    },
    async 'passkey-options'(call) {
      const { options, keep } = await call.run(startPasskeySignIn, {})
      return {
        raw: JSON.stringify(options),
        type: 'application/json',
        headers: { 'cache-control': 'no-store' },
        cookies: cookiesOf(keep),
      }
    },
    async passkey(call, fields) {
      const answer = await call.run(signInWithPasskey, {
        answer: parsePasskeyAnswer(fields.get('answer')) as never,
        kept: keptOf(call),
        device: call.userAgent,
      })
      if (answer.outcome === 'wrong')
        return { redirect: signInUrl(call, '/sign-in'), flash: { kind: 'warn', key: 'identity.passkey.unknown' } }
      return afterStep(call, answer, 'password')
    },
  },
})

function view(call: PageCall, ways: z.output<(typeof listWaysToSignIn)['output']>) {
  const { t } = call
  const form = formOf(call)
  const ownWays = (
    <div class="narrow stack">
      <PageHead title={t('identity.signIn.title')} lead={t('identity.signIn.lead', { portal: call.portal.name })} />
      {call.query['next'] && !call.form && <Notice tone="info">{t('identity.signIn.needed')}</Notice>}
      {form.summary}
      {ways.providers.length > 0 && (
        <div class="stack">
          {ways.providers.map((provider) => (
            <LinkButton
              key={provider.key}
              href={signInUrl(call, `/sign-in/with/${provider.key}`)}
              icon="building-2"
              wide
            >
              {t('identity.signIn.with', { provider: provider.name })}
            </LinkButton>
          ))}
        </div>
      )}
      <Card>
        <form method="post" class="form">
          <TextInput
            t={t}
            type="email"
            name="email"
            label={t('identity.email')}
            autocomplete="username webauthn"
            value={form.value('email')}
            error={form.error('email')}
          />
          <TextInput
            t={t}
            type="password"
            name="password"
            label={t('identity.password')}
            autocomplete="current-password"
            required={false}
            error={form.error('password')}
          />
          <FormActions>
            <Button look="primary" name="action" value="password">
              {t('identity.signIn.do')}
            </Button>
            <Button name="action" value="code" icon="mail" formnovalidate>
              {t('identity.signIn.sendCode')}
            </Button>
          </FormActions>
          <p>
            <a href={signInUrl(call, '/forgotten-password')}>{t('identity.forgotten.link')}</a>
          </p>
        </form>
      </Card>
      <Island
        name="passkey"
        props={{
          way: 'sign-in',
          label: t('identity.passkey.signIn'),
          failed: t('identity.passkey.aborted'),
        }}
      />
      {ways.signUp && (
        <p>
          {t('identity.signUp.question')} <a href={signInUrl(call, '/sign-up')}>{t('identity.signUp.link')}</a>
        </p>
      )}
    </div>
  )
  if (!ways.demo) return ownWays
  return (
    <div class="columns">
      {ownWays}
      <DemoAccounts call={call} demo={ways.demo} />
    </div>
  )
}
