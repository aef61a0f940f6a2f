import { isLang } from '../../../kernel/lang.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { definePage, goTo } from '../../../ui/page.ts'
import { confirmAddress } from '../operations/confirm-address.ts'
import { listWaysToSignIn } from '../operations/list-ways-to-sign-in.ts'
import { signUp } from '../operations/sign-up.ts'
import { confirmByButton } from './confirm-by-button.tsx'
import { formOf } from './form.tsx'
import { ShortForm } from './ShortForm.tsx'
import { nextOf, signInUrl } from './signing-in.ts'

export const signUpPage = definePage({
  path: '/sign-up',
  open: true,
  async get(call) {
    if (call.actor.personId) return { redirect: nextOf(call) }
    const { t } = call
    const { signUp: open } = await call.run(listWaysToSignIn, {})
    const form = formOf(call)
    const title = t('identity.signUp.title')
    if (!open)
      return {
        title,
        noIndex: true,
        view: (
          <EmptyState
            icon="lock"
            title={title}
            action={<LinkButton href={signInUrl(call, '/sign-in')}>{t('identity.signIn.title')}</LinkButton>}
          >
            {t('identity.signUp.closed')}
          </EmptyState>
        ),
      }
    return {
      title,
      noIndex: true,
      view: (
        <ShortForm
          title={title}
          lead={t('identity.signUp.lead')}
          form={form}
          actions={<Button look="primary">{t('identity.signUp.do')}</Button>}
          below={
            <>
              {t('identity.signUp.have')} <a href={signInUrl(call, '/sign-in')}>{t('identity.signIn.title')}</a>
            </>
          }
        >
          <TextInput
            t={t}
            name="name"
            label={t('identity.name')}
            autocomplete="name"
            value={form.value('name')}
            error={form.error('name')}
          />
          <TextInput
            t={t}
            type="email"
            name="email"
            label={t('identity.email')}
            hint={t('identity.signUp.emailHint')}
            autocomplete="email"
            value={form.value('email')}
            error={form.error('email')}
          />
          <TextInput
            t={t}
            type="password"
            name="password"
            label={t('identity.password')}
            hint={t('identity.password.hint')}
            autocomplete="new-password"
            error={form.error('password')}
          />
        </ShortForm>
      ),
    }
  },
  post: {
    async default(call, fields) {
      await call.run(signUp, {
        name: fields.get('name'),
        email: fields.get('email'),
        password: fields.get('password'),
        language: isLang(call.lang) ? call.lang : 'de',
      })
      return { redirect: signInUrl(call, '/sign-up/sent') }
    },
  },
})

/** Says that a link is on its way; the same whether the address was known. */
export const signUpSentPage = definePage({
  path: '/sign-up/sent',
  open: true,
  get(call) {
    const { t } = call
    return {
      title: t('identity.signUp.sentTitle'),
      noIndex: true,
      view: (
        <EmptyState
          icon="mail"
          title={t('identity.signUp.sentTitle')}
          action={<LinkButton href={signInUrl(call, '/sign-in')}>{t('identity.signIn.title')}</LinkButton>}
        >
          {t('identity.signUp.sentText')}
        </EmptyState>
      ),
    }
  },
})

/** Opened by the link in the mail. */
export const confirmAddressPage = definePage({
  path: '/sign-up/confirm',
  open: true,
  get: (call) =>
    confirmByButton(call, { title: call.t('identity.confirm.title'), lead: call.t('identity.confirm.lead') }),
  post: {
    async default(call) {
      const { outcome } = await call.run(confirmAddress, { token: call.query['token'] ?? '' })
      if (outcome === 'confirmed') return goTo(call.url('/sign-in'), 'identity.confirm.done')
      return { redirect: call.url('/sign-in'), flash: { kind: 'warn', key: 'identity.confirm.over' } }
    },
  },
})
