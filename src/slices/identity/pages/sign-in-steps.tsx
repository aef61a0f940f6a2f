import { Button } from '../../../ui/components/Button.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { definePage } from '../../../ui/page.ts'
import { confirmSecondFactor } from '../operations/confirm-second-factor.ts'
import { sendSignInCode } from '../operations/send-sign-in-code.ts'
import { signInWithCode } from '../operations/sign-in-with-code.ts'
import { signOut } from '../operations/sign-out.ts'
import { formOf } from './form.tsx'
import { ShortForm } from './ShortForm.tsx'
import { ADDRESS_COOKIE, afterStep, cookiesOf, keptOf, nextOf, signInUrl } from './signing-in.ts'

/** The code that came by mail. */
export const codePage = definePage({
  path: '/sign-in/code',
  open: true,
  get(call) {
    if (call.actor.personId) return { redirect: nextOf(call) }
    const email = call.cookies[ADDRESS_COOKIE]
    if (!email) return { redirect: signInUrl(call, '/sign-in') }
    const { t } = call
    const form = formOf(call)
    return {
      title: t('identity.code.title'),
      noIndex: true,
      view: (
        <ShortForm
          title={t('identity.code.title')}
          lead={t('identity.code.lead', { email })}
          form={form}
          actions={
            <>
              <Button look="primary" name="action" value="confirm">
                {t('identity.signIn.do')}
              </Button>
              <Button look="quiet" name="action" value="again" formnovalidate>
                {t('identity.code.again')}
              </Button>
            </>
          }
          below={<a href={signInUrl(call, '/sign-in')}>{t('identity.code.other')}</a>}
        >
          <TextInput
            t={t}
            name="code"
            label={t('identity.code.label')}
            hint={t('identity.code.hint')}
            inputMode="numeric"
            autocomplete="one-time-code"
            width="short"
            error={form.error('code')}
          />
        </ShortForm>
      ),
    }
  },
  post: {
    async confirm(call, fields) {
      const email = call.cookies[ADDRESS_COOKIE] ?? ''
      const answer = await call.run(signInWithCode, { email, code: fields.get('code'), device: call.userAgent })
      return afterStep(call, answer, 'code')
    },
    async again(call) {
      await call.run(sendSignInCode, { email: call.cookies[ADDRESS_COOKIE] ?? '' })
      return { redirect: signInUrl(call, '/sign-in/code'), flash: { kind: 'good', key: 'identity.code.sentAgain' } }
    },
  },
})

/** The code of the authenticator app, or a recovery code. */
export const secondFactorPage = definePage({
  path: '/sign-in/second-factor',
  open: true,
  get(call) {
    if (call.actor.personId) return { redirect: nextOf(call) }
    const { t } = call
    const form = formOf(call)
    return {
      title: t('identity.factor.title'),
      noIndex: true,
      view: (
        <ShortForm
          title={t('identity.factor.title')}
          lead={t('identity.factor.lead')}
          form={form}
          actions={
            <Button look="primary" name="action" value="confirm">
              {t('identity.factor.confirm')}
            </Button>
          }
          below={<a href={signInUrl(call, '/sign-in')}>{t('identity.factor.back')}</a>}
        >
          <TextInput
            t={t}
            name="code"
            label={t('identity.factor.code')}
            hint={t('identity.factor.hint')}
            autocomplete="one-time-code"
            width="medium"
            error={form.error('code')}
          />
        </ShortForm>
      ),
    }
  },
  post: {
    async confirm(call, fields) {
      const answer = await call.run(confirmSecondFactor, {
        code: fields.get('code'),
        kept: keptOf(call),
        device: call.userAgent,
      })
      return afterStep(call, answer, 'code')
    },
  },
})

/** Signs out; the button stands in the header of every page. */
export const signOutPage = definePage({
  path: '/sign-out',
  open: true,
  get: (call) => ({ redirect: call.url('/') }),
  post: {
    async default(call) {
      const { keep } = await call.run(signOut, {})
      return {
        redirect: call.url('/'),
        cookies: cookiesOf(keep),
        flash: { kind: 'good', key: 'identity.signedOut' },
      }
    },
  },
})
