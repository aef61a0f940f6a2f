import { Button } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage } from '../../../ui/page.ts'
import { track } from '../operations/track.ts'

/** Follows a request without an account: by its number and code. */
export const trackPage = definePage({
  path: '/track',
  open: true,
  get(call) {
    const { t } = call
    const form = shownForm(t, call.form)
    return {
      title: t('requests.track.title'),
      breadcrumbs: [{ label: t('requests.track.title') }],
      view: (
        <div class="narrow">
          <PageHead title={t('requests.track.title')} lead={t('requests.track.lead')} />
          <form method="post" class="stack" novalidate>
            <ErrorSummary t={t} errors={form.errors} />
            {form.message && (
              <Notice tone="warn" live>
                {form.message}
              </Notice>
            )}
            <TextInput
              {...form.field('reference', call.query['reference'])}
              label={t('requests.track.reference')}
              hint={t('requests.track.referenceHint')}
              width="short"
              autocomplete="off"
              autocapitalize="characters"
            />
            <TextInput
              {...form.field('code')}
              label={t('requests.track.code')}
              hint={t('requests.track.codeHint')}
              width="short"
              autocomplete="off"
              autocapitalize="characters"
            />
            <FormActions>
              <Button look="primary" icon="route">
                {t('requests.track.show')}
              </Button>
            </FormActions>
          </form>
          {call.actor.personId && (
            <p class="section">
              <a href={call.url('/requests')}>{t('requests.track.own')}</a>
            </p>
          )}
        </div>
      ),
    }
  },
  post: {
    async default(call, fields) {
      const { link } = await call.run(track, { reference: fields.get('reference'), code: fields.get('code') })
      return { redirect: call.url(`/track/${link}`) }
    },
  },
})
