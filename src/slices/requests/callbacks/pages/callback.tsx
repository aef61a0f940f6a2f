import { Button } from '../../../../ui/components/Button.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { openForm } from '../../operations/open-form.ts'
import { askCallback } from '../operations/ask-callback.ts'
import { listSlots } from '../operations/list-slots.ts'

/** To be called at a moment that one chooses. */
export const callbackPage = definePage({
  path: '/callback',
  get: show,
  post: {
    async default(call, fields) {
      const agreed = await call.run(askCallback, {
        at: fields.get('at'),
        number: fields.get('number'),
        subject: fields.get('subject'),
        name: fields.optional('name'),
        formToken: fields.optional('opened'),
        website: fields.optional('website'),
      })
      const path = call.actor.personId ? `/requests/${agreed.reference}` : `/track/${agreed.link}`
      return { redirect: `${call.url(path)}?new=1` }
    },
  },
})

async function show(call: PageCall): Promise<PageAnswer> {
  const { t, format } = call
  const [{ days }, { token }] = await Promise.all([call.run(listSlots, {}), call.run(openForm, {})])
  const form = shownForm(t, call.form)
  return {
    title: t('requests.callback.title'),
    breadcrumbs: [
      { label: t('requests.write.title'), href: call.url('/contact') },
      { label: t('requests.callback.title') },
    ],
    view: (
      <div class="narrow">
        <PageHead title={t('requests.callback.title')} lead={t('requests.callback.lead')} />
        {days.length === 0 ? (
          <EmptyState icon="phone" title={t('requests.callback.none')}>
            <a href={call.url('/contact')}>{t('requests.write.title')}</a>
          </EmptyState>
        ) : (
          <form method="post" class="stack" novalidate>
            <FormMessages t={t} form={form} />
            <input type="hidden" name="opened" value={token} />
            <Select
              {...form.field('at')}
              label={t('requests.callback.when')}
              empty={t('requests.share.choose')}
              options={days.map(({ slots }) => ({
                group: format.day(slots[0] as string),
                options: slots.map((slot) => ({ value: slot, label: format.time(slot) })),
              }))}
              width="medium"
            />
            <TextInput
              {...form.field('number')}
              type="tel"
              label={t('requests.callback.number')}
              hint={t('requests.callback.numberHint')}
              autocomplete="tel"
              width="medium"
            />
            <TextInput {...form.field('subject')} label={t('requests.write.subject')} maxLength={200} />
            {!call.actor.personId && (
              <>
                <TextInput
                  {...form.field('name')}
                  label={t('requests.write.name')}
                  optional
                  autocomplete="name"
                  maxLength={100}
                  width="medium"
                />
                <div class="visually-hidden" aria-hidden="true">
                  <label for="f-website">{t('requests.write.website')}</label>
                  <input id="f-website" name="website" type="text" tabIndex={-1} autocomplete="off" />
                </div>
              </>
            )}
            <FormActions>
              <Button look="primary" icon="phone">
                {t('requests.callback.ask')}
              </Button>
            </FormActions>
          </form>
        )}
      </div>
    ),
  }
}
