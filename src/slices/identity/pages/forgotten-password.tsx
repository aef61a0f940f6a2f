import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { definePage, goTo } from '../../../ui/page.ts'
import { requestPasswordReset } from '../operations/request-password-reset.ts'
import { resetPassword } from '../operations/reset-password.ts'
import { formOf } from './form.tsx'
import { ShortForm } from './ShortForm.tsx'
import { signInUrl } from './signing-in.ts'

export const forgottenPasswordPage = definePage({
  path: '/forgotten-password',
  open: true,
  get(call) {
    const { t } = call
    const form = formOf(call)
    if (call.query['sent'])
      return {
        title: t('identity.forgotten.sentTitle'),
        noIndex: true,
        view: (
          <EmptyState
            icon="mail"
            title={t('identity.forgotten.sentTitle')}
            action={<LinkButton href={call.url('/sign-in')}>{t('identity.signIn.title')}</LinkButton>}
          >
            {t('identity.forgotten.sentText')}
          </EmptyState>
        ),
      }
    return {
      title: t('identity.forgotten.title'),
      noIndex: true,
      view: (
        <ShortForm
          title={t('identity.forgotten.title')}
          lead={t('identity.forgotten.lead')}
          form={form}
          actions={<Button look="primary">{t('identity.forgotten.do')}</Button>}
          below={<a href={signInUrl(call, '/sign-in')}>{t('identity.factor.back')}</a>}
        >
          <TextInput
            t={t}
            type="email"
            name="email"
            label={t('identity.email')}
            autocomplete="username"
            value={form.value('email')}
            error={form.error('email')}
          />
        </ShortForm>
      ),
    }
  },
  post: {
    async default(call, fields) {
      await call.run(requestPasswordReset, { email: fields.get('email') })
      return { redirect: `${call.url('/forgotten-password')}?sent=1` }
    },
  },
})

/** Opened by the link in the mail. */
export const newPasswordPage = definePage({
  path: '/forgotten-password/:token',
  open: true,
  get(call) {
    const { t } = call
    const form = formOf(call)
    return {
      title: t('identity.newPassword.title'),
      noIndex: true,
      view: (
        <ShortForm
          title={t('identity.newPassword.title')}
          lead={t('identity.newPassword.lead')}
          form={form}
          actions={<Button look="primary">{t('identity.newPassword.do')}</Button>}
        >
          <TextInput
            t={t}
            type="password"
            name="password"
            label={t('identity.newPassword.label')}
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
      const { outcome } = await call.run(resetPassword, {
        token: call.params['token'] ?? '',
        password: fields.get('password'),
      })
      if (outcome === 'changed') return goTo(call.url('/sign-in'), 'identity.newPassword.done')
      return { redirect: call.url('/forgotten-password'), flash: { kind: 'warn', key: 'identity.newPassword.over' } }
    },
  },
})
