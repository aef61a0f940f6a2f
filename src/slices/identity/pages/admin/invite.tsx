import { isLang, LANGS } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { definePage, goTo } from '../../../../ui/page.ts'
import { invitePerson } from '../../operations/invite-person.ts'
import { listPortals } from '../../operations/list-portals.ts'
import { listRoles } from '../../operations/list-roles.ts'
import { LANGUAGE_NAMES } from '../account.tsx'
import { formOf } from '../form.tsx'

/** Invites somebody by mail. */
export const invitePage = definePage({
  path: '/admin/people/invite',
  layout: 'admin',
  requires: 'identity.manage',
  async get(call) {
    const { t } = call
    const form = formOf(call)
    const [roles, portals] = await Promise.all([call.run(listRoles, {}), call.run(listPortals, {})])
    return {
      title: t('identity.invite'),
      breadcrumbs: [{ label: t('identity.people'), href: call.url('/admin/people') }, { label: t('identity.invite') }],
      view: (
        <div class="narrow stack">
          <PageHead title={t('identity.invite')} lead={t('identity.invite.lead')} />
          {form.summary}
          <Card>
            <form method="post" class="form">
              <TextInput
                t={t}
                name="name"
                label={t('identity.name')}
                value={form.value('name')}
                error={form.error('name')}
              />
              <TextInput
                t={t}
                type="email"
                name="email"
                label={t('identity.email')}
                value={form.value('email')}
                error={form.error('email')}
              />
              <Select
                t={t}
                name="language"
                label={t('identity.language')}
                options={LANGS.map((lang) => ({ value: lang, label: LANGUAGE_NAMES[lang] }))}
                value={form.value('language', call.lang)}
                width="medium"
              />
              <Select
                t={t}
                name="portal"
                label={t('identity.portal')}
                options={portals.items.map((portal) => ({ value: portal.key, label: portal.name }))}
                value={form.value('portal', call.portal.key)}
                error={form.error('portal')}
                width="medium"
              />
              <CheckboxGroup
                t={t}
                name="roles"
                legend={t('identity.roles')}
                choices={roles.items.map((role) => ({ value: role.id, label: role.name, hint: role.words }))}
                values={form.values('roles')}
                error={form.error('roles')}
                optional
              />
              <FormActions>
                <Button look="primary" icon="send">
                  {t('identity.invite.do')}
                </Button>
              </FormActions>
            </form>
          </Card>
        </div>
      ),
    }
  },
  post: {
    async default(call, fields) {
      const language = fields.get('language')
      await call.run(invitePerson, {
        name: fields.get('name'),
        email: fields.get('email'),
        language: isLang(language) ? language : call.lang,
        portal: fields.get('portal'),
        roles: fields.all('roles'),
      })
      return goTo(call.url('/admin/people'), 'identity.invite.done')
    },
  },
})
