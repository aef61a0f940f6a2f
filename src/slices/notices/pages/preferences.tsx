import type { WAYS } from '../../../kernel/notifications.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Select } from '../../../ui/components/Select.tsx'
import { definePage, goTo, type Page } from '../../../ui/page.ts'
import type { preferenceOperations } from '../operations/preferences.ts'

/** How one wants to be told of what, kind by kind. */
export function preferencesPage({ readPreferences, setPreferences }: ReturnType<typeof preferenceOperations>): Page {
  return definePage({
    path: '/account/notifications',
    open: true,
    requires: 'signed-in',
    async get(call) {
      const { t } = call
      const { kinds } = await call.run(readPreferences, {})
      return {
        title: t('notices.preferences.title'),
        breadcrumbs: [
          { label: t('identity.account.title'), href: call.url('/account') },
          { label: t('notices.preferences.title') },
        ],
        view: (
          <div class="narrow stack">
            <PageHead title={t('notices.preferences.title')} lead={t('notices.preferences.lead')} />
            <form method="post" class="form">
              {kinds.map(({ kind, title, way, ways }) => (
                <Select
                  key={kind}
                  t={t}
                  name={`way.${kind}`}
                  label={title}
                  value={way}
                  width="medium"
                  hint={ways.includes('portal') ? undefined : t('notices.preferences.due')}
                  options={ways.map((value) => ({ value, label: t(`notices.way.${value}`) }))}
                />
              ))}
              <FormActions>
                <Button look="primary" icon="save">
                  {t('notices.preferences.save')}
                </Button>
              </FormActions>
            </form>
          </div>
        ),
      }
    },
    post: {
      async default(call, fields) {
        const { kinds } = await call.run(readPreferences, {})
        const ways = kinds.map(({ kind }) => ({ kind, way: fields.get(`way.${kind}`) as (typeof WAYS)[number] }))
        await call.run(setPreferences, { ways })
        return goTo(call.url('/account/notifications'), 'notices.preferences.saved')
      },
    },
  })
}
