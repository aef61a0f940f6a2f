import { LANGS } from '../../../kernel/lang.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Select } from '../../../ui/components/Select.tsx'
import { Tabs } from '../../../ui/components/Tabs.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { definePage, goTo, type PageCall } from '../../../ui/page.ts'
import { changeProfile } from '../operations/change-profile.ts'
import { readProfile } from '../operations/read-profile.ts'
import { formOf } from './form.tsx'

/** Names of the languages, each in itself. */
export const LANGUAGE_NAMES = { de: 'Deutsch', en: 'English', el: 'Ελληνικά' } as const

export function AccountTabs({ call }: { call: PageCall }) {
  const tab = (path: string, label: string) => ({ label, href: call.url(path), current: call.path === path })
  return (
    <Tabs
      label={call.t('identity.account.title')}
      tabs={[
        tab('/account', call.t('identity.account.profile')),
        tab('/account/security', call.t('identity.account.security')),
      ]}
    />
  )
}

/** My name, my language, and what Theke knows of me. */
export const accountPage = definePage({
  path: '/account',
  open: true,
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const profile = await call.run(readProfile, {})
    const form = formOf(call)
    const names = (list: { name: string }[]) => list.map((one) => one.name).join(', ')
    return {
      title: t('identity.account.title'),
      breadcrumbs: [{ label: call.portal.name, href: call.url('/') }, { label: t('identity.account.title') }],
      view: (
        <div class="narrow stack">
          <PageHead title={t('identity.account.title')} lead={t('identity.account.lead')} />
          <AccountTabs call={call} />
          {form.summary}
          <Card>
            <form method="post" class="form">
              <TextInput
                t={t}
                name="name"
                label={t('identity.name')}
                autocomplete="name"
                value={form.value('name', profile.name)}
                error={form.error('name')}
              />
              <Select
                t={t}
                name="language"
                label={t('identity.language')}
                hint={t('identity.language.hint')}
                options={LANGS.map((lang) => ({ value: lang, label: LANGUAGE_NAMES[lang] }))}
                value={form.value('language', profile.language)}
                error={form.error('language')}
                width="medium"
              />
              <FormActions>
                <Button look="primary">{t('identity.save')}</Button>
              </FormActions>
            </form>
          </Card>
          <Card title={t('identity.account.known')} tone="sunk">
            <DescriptionList
              facts={[
                {
                  term: t('identity.email'),
                  value: (
                    <>
                      {profile.email} <a href={call.url('/account/address')}>{t('identity.address.change')}</a>
                    </>
                  ),
                },
                { term: t('identity.roles'), value: names(profile.roles) },
                { term: t('identity.teams'), value: names(profile.teams) },
                { term: t('identity.organisations'), value: names(profile.organisations) },
              ]}
            />
            <p>{t('identity.account.dataText')}</p>
            <div class="row">
              <LinkButton icon="download" href={call.url('/account/data.json')}>
                {t('identity.account.data')}
              </LinkButton>
            </div>
          </Card>
        </div>
      ),
    }
  },
  post: {
    async default(call, fields) {
      await call.run(changeProfile, { name: fields.get('name'), language: fields.get('language') as never })
      return goTo(call.url('/account'), 'identity.account.saved')
    },
  },
})
