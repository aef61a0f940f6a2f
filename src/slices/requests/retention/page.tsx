import { Button } from '../../../ui/components/Button.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage, goTo } from '../../../ui/page.ts'
import { readRetention, setRetention } from './operations.ts'

const PATH = '/admin/retention'

/** For how long closed requests say which visitor wrote them. */
export const retentionPage = definePage({
  path: PATH,
  layout: 'admin',
  requires: 'platform.manage',
  async get(call) {
    const { t } = call
    const { visitorDays } = await call.run(readRetention, {})
    const form = shownForm(t, call.form)
    return {
      title: t('requests.retention.title'),
      view: (
        <div class="narrow">
          <PageHead title={t('requests.retention.title')} lead={t('requests.retention.lead')} />
          <form method="post" class="stack" novalidate>
            <FormMessages t={t} form={form} />
            <TextInput
              {...form.field('visitorDays', String(visitorDays))}
              label={t('requests.retention.days')}
              hint={t('requests.retention.daysHint')}
              inputMode="numeric"
              width="short"
            />
            <FormActions>
              <Button look="primary" icon="save">
                {t('requests.retention.save')}
              </Button>
            </FormActions>
          </form>
        </div>
      ),
    }
  },
  post: {
    async default(call, fields) {
      await call.run(setRetention, { visitorDays: fields.get('visitorDays').trim() })
      return goTo(call.url(PATH), 'requests.retention.saved')
    },
  },
})
