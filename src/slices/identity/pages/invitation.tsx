import { Button } from '../../../ui/components/Button.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { definePage, goTo } from '../../../ui/page.ts'
import { acceptInvitation } from '../operations/accept-invitation.ts'
import { readInvitation } from '../operations/read-invitation.ts'
import { formOf } from './form.tsx'
import { ShortForm } from './ShortForm.tsx'

/** Opened by the link of an invitation: opens the account, or adds to the one there is. */
export const invitationPage = definePage({
  path: '/invitation/:secret',
  open: true,
  async get(call) {
    const { t } = call
    const invitation = await call.run(readInvitation, { secret: call.params['secret'] ?? '' })
    const form = formOf(call)
    return {
      title: t('identity.invitation.title'),
      noIndex: true,
      view: (
        <ShortForm
          title={t('identity.invitation.title')}
          lead={
            invitation.inviter
              ? t('identity.invitation.lead', { inviter: invitation.inviter, portal: call.portal.name })
              : t('identity.invitation.leadPlain', { portal: call.portal.name })
          }
          form={form}
          actions={<Button look="primary">{t('identity.invitation.do')}</Button>}
        >
          <p>
            {t('identity.email')}: <strong>{invitation.email}</strong>
          </p>
          {invitation.hasAccount ? (
            <p>{t('identity.invitation.hasAccount')}</p>
          ) : (
            <>
              <TextInput
                t={t}
                name="name"
                label={t('identity.name')}
                autocomplete="name"
                value={form.value('name', invitation.name)}
                error={form.error('name')}
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
            </>
          )}
        </ShortForm>
      ),
    }
  },
  post: {
    async default(call, fields) {
      await call.run(acceptInvitation, {
        secret: call.params['secret'] ?? '',
        name: fields.optional('name'),
        password: fields.has('password') ? fields.get('password') : undefined,
      })
      return goTo(call.url('/sign-in'), 'identity.invitation.done')
    },
  },
})
