import { Button } from '../../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo } from '../../../../ui/page.ts'
import { openForm } from '../../operations/open-form.ts'
import { joinIncident } from '../operations/join-incident.ts'
import { readIncident } from '../operations/read-incident.ts'

/** A major incident: what is known, until when it will last, and "that is my problem". */
export const incidentPage = definePage({
  path: '/incidents/:error',
  async get(call) {
    const { t, format, actor } = call
    const [incident, { token }] = await Promise.all([
      call.run(readIncident, { error: call.params['error'] as string }),
      call.run(openForm, {}),
    ])
    const form = shownForm(t, call.form)
    return {
      title: incident.title,
      noIndex: true,
      view: (
        <>
          <PageHead
            above={
              <Tag tone="bad" icon="megaphone">
                {t('requests.desk.incident')}
              </Tag>
            }
            title={<span lang={incident.lang}>{incident.title}</span>}
            lead={t('requests.desk.incident.since', { moment: format.moment(incident.since) })}
          />
          <div class="stack loose">
            {incident.text && (
              <p class="message-text" lang={incident.lang}>
                {incident.text}
              </p>
            )}
            {incident.until && (
              <p>
                <b>{t('requests.desk.incident.probably', { moment: format.moment(incident.until) })}</b>
              </p>
            )}
            {form.message && (
              <Notice tone="warn" live>
                {form.message}
              </Notice>
            )}
            <form method="post" class="card stack" novalidate>
              <h2>{t('requests.desk.incident.join')}</h2>
              <p>{t('requests.desk.incident.joinText')}</p>
              <ErrorSummary t={t} errors={form.errors} />
              <input type="hidden" name="opened" value={form.field('opened', token).value} />
              {actor.personId === null && (
                <TextInput
                  {...form.field('email')}
                  type="email"
                  label={t('requests.write.email')}
                  autocomplete="email"
                  width="medium"
                />
              )}
              <TextArea {...form.field('words')} label={t('requests.desk.incident.different')} rows={3} optional />
              <div class="left-empty" aria-hidden="true">
                <input name="website" tabIndex={-1} autocomplete="off" />
              </div>
              <FormActions>
                <Button look="primary" icon="bell">
                  {t('requests.desk.incident.joinGo')}
                </Button>
              </FormActions>
            </form>
          </div>
        </>
      ),
    }
  },
  post: {
    async default(call, fields) {
      const { reference, link } = await call.run(joinIncident, {
        error: call.params['error'] as string,
        words: fields.get('words'),
        email: fields.optional('email'),
        formToken: fields.optional('opened'),
        website: fields.get('website'),
      })
      const path = call.actor.personId === null ? `/track/${link}` : `/requests/${reference}`
      return goTo(call.url(path), 'requests.desk.incident.joined')
    },
  },
})
