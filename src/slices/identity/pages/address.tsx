import { refuse } from '../../../kernel/refusal.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { definePage, goTo } from '../../../ui/page.ts'
import { changeAddress } from '../operations/change-address.ts'
import { readProfile } from '../operations/read-profile.ts'
import { readSecurity } from '../operations/read-security.ts'
import { requestAddressChange } from '../operations/request-address-change.ts'
import { confirmByButton } from './confirm-by-button.tsx'
import { formOf } from './form.tsx'
import { ShortForm } from './ShortForm.tsx'

/** My e-mail address: a link to the new one proves that it is mine. */
export const addressPage = definePage({
  path: '/account/address',
  open: true,
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const [profile, security] = await Promise.all([call.run(readProfile, {}), call.run(readSecurity, {})])
    const form = formOf(call)
    return {
      title: t('identity.address.title'),
      breadcrumbs: [
        { label: call.portal.name, href: call.url('/') },
        { label: t('identity.account.title'), href: call.url('/account') },
        { label: t('identity.address.title') },
      ],
      view: (
        <ShortForm
          title={t('identity.address.title')}
          lead={t('identity.address.lead', { email: profile.email ?? '' })}
          form={form}
          actions={<Button look="primary">{t('identity.address.do')}</Button>}
        >
          <TextInput
            t={t}
            type="email"
            name="email"
            label={t('identity.address.new')}
            autocomplete="email"
            value={form.value('email')}
            error={form.error('email')}
          />
          {security.password && (
            <TextInput
              t={t}
              type="password"
              name="password"
              label={t('identity.security.current')}
              autocomplete="current-password"
              error={form.error('password')}
            />
          )}
        </ShortForm>
      ),
    }
  },
  post: {
    async default(call, fields) {
      const { outcome } = await call.run(requestAddressChange, {
        email: fields.get('email'),
        password: fields.get('password'),
      })
      if (outcome === 'wrong') throw refuse.field('password', 'identity.password.wrong')
      if (outcome === 'wait') throw refuse.field('password', 'identity.signIn.wait', { minutes: 15 })
      return goTo(call.url('/account'), 'identity.address.sent')
    },
  },
})

/** Opened by the link in the mail. */
export const changeAddressPage = definePage({
  path: '/account/address/confirm',
  open: true,
  get: (call) =>
    confirmByButton(call, {
      title: call.t('identity.address.confirmTitle'),
      lead: call.t('identity.address.confirmLead'),
    }),
  post: {
    async default(call) {
      const { outcome } = await call.run(changeAddress, { token: call.query['token'] ?? '' })
      const next = call.url(call.actor.personId ? '/account' : '/sign-in')
      if (outcome === 'changed') return goTo(next, 'identity.address.done')
      return { redirect: next, flash: { kind: 'warn', key: 'identity.address.over' } }
    },
  },
})
