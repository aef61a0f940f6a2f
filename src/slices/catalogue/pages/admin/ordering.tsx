import { Button } from '../../../../ui/components/Button.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo } from '../../../../ui/page.ts'
import { readOrdering, setOrdering } from '../../operations/set-ordering.ts'

/** Who may order for colleagues. */
export const orderingPage = definePage({
  path: '/admin/ordering',
  layout: 'admin',
  requires: 'catalogue.manage',
  async get(call) {
    const { t } = call
    const { forOthers, audiences } = await call.run(readOrdering, {})
    const form = shownForm(t, call.form)
    return {
      title: t('catalogue.nav.ordering'),
      noIndex: true,
      view: (
        <div class="narrow">
          <PageHead title={t('catalogue.nav.ordering')} />
          <form method="post" class="form">
            <FormMessages t={t} form={form} />
            <Select
              {...form.field('forOthers', forOthers)}
              optional
              label={t('catalogue.ordering.forOthers')}
              hint={t('catalogue.ordering.forOthersHint')}
              options={audiences}
              empty={t('catalogue.ordering.onlyPermission')}
            />
            <FormActions>
              <Button look="primary" icon="save">
                {t('catalogue.category.save')}
              </Button>
            </FormActions>
          </form>
        </div>
      ),
    }
  },
  post: {
    async default(call, fields) {
      await call.run(setOrdering, { forOthers: fields.optional('forOthers') ?? null })
      return goTo(call.url('/admin/ordering'), 'catalogue.flash.ordering')
    },
  },
})
