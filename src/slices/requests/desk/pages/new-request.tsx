import { Button } from '../../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo } from '../../../../ui/page.ts'
import { LANGS_OF_ANSWERS } from '../langs.ts'
import { listChoices } from '../operations/list-choices.ts'
import { writeForSomebody } from '../operations/write-for-somebody.ts'
import { deskPage as frame } from './desk-page.tsx'

/** Somebody called or came by: their request is written down for them. */
export const newRequestPage = definePage({
  path: '/desk/new',
  layout: 'work',
  requires: 'requests.work',
  async get(call) {
    const { t } = call
    const form = shownForm(t, call.form)
    const choices = await call.run(listChoices, {})
    return frame(call, {
      title: t('requests.desk.new'),
      filter: null,
      current: '/desk/new',
      view: (
        <>
          <PageHead title={t('requests.desk.new')} lead={t('requests.desk.newLead')} />
          {form.message && (
            <Notice tone="warn" live>
              {form.message}
            </Notice>
          )}
          <form method="post" class="stack" novalidate>
            <ErrorSummary t={t} errors={form.errors} />
            <TextInput
              {...form.field('email')}
              type="email"
              label={t('requests.write.email')}
              hint={t('requests.desk.newEmailHint')}
              optional
              width="medium"
            />
            <TextInput {...form.field('name')} label={t('requests.desk.requester.name')} optional width="medium" />
            <TextInput {...form.field('subject')} label={t('requests.desk.subject')} maxLength={200} />
            <TextArea {...form.field('message')} label={t('requests.desk.whatWasSaid')} rows={6} />
            <Select
              {...form.field('type', 'message')}
              label={t('requests.desk.type')}
              options={choices.types.map(({ id, name }) => ({ value: id, label: name }))}
              width="medium"
            />
            <Select
              {...form.field('lang', call.lang)}
              label={t('requests.desk.language')}
              options={LANGS_OF_ANSWERS.map((lang) => ({ value: lang, label: t(`requests.desk.in.${lang}`) }))}
              width="medium"
            />
            <Select
              {...form.field('portal', call.portal.key)}
              label={t('requests.desk.portal')}
              options={choices.portals.map(({ id, name }) => ({ value: id, label: name }))}
              width="medium"
            />
            <FormActions>
              <Button look="primary">{t('requests.desk.newGo')}</Button>
            </FormActions>
          </form>
        </>
      ),
    })
  },
  post: {
    async default(call, fields) {
      const { reference } = await call.run(writeForSomebody, {
        subject: fields.get('subject'),
        message: fields.get('message'),
        type: fields.optional('type'),
        email: fields.optional('email'),
        name: fields.optional('name'),
        lang: fields.optional('lang') as 'de' | undefined,
        portal: fields.optional('portal'),
      })
      return goTo(call.url(`/desk/${reference}`), 'requests.desk.newDone')
    },
  },
})
