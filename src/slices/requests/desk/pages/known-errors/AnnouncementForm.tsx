import type { z } from 'zod'
import { Button } from '../../../../../ui/components/Button.tsx'
import { Checkbox } from '../../../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../../../ui/components/FormActions.tsx'
import { Select } from '../../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../../ui/form.ts'
import type { PageCall } from '../../../../../ui/page.ts'
import { LANGS_OF_ANSWERS } from '../../langs.ts'
import { listAudiences } from '../../operations/list-audiences.ts'
import { listChoices } from '../../operations/list-choices.ts'
import type { readKnownError } from '../../operations/read-known-error.ts'
import { momentIn } from '../moments.ts'

export type Known = z.output<typeof readKnownError.output>

/** What an announcement chooses from. */
export async function choicesOf(call: PageCall) {
  const [{ portals }, { audiences, services }] = await Promise.all([
    call.run(listChoices, {}),
    call.run(listAudiences, {}),
  ])
  return { portals, audiences, services }
}

interface AnnouncementProps {
  call: PageCall
  known: Known
  choices: Awaited<ReturnType<typeof choicesOf>>
}

/** Tells everybody whom it may concern. */
export function AnnouncementForm({ call, known, choices }: AnnouncementProps) {
  const { t } = call
  const form = shownForm(t, call.form, 'announce')
  const own = known.announcement
  return (
    <form method="post" class="card stack" novalidate>
      <h2>{t('requests.desk.incident.title')}</h2>
      <p class="muted">{t('requests.desk.incident.lead')}</p>
      <ErrorSummary t={t} errors={form.errors} />
      {LANGS_OF_ANSWERS.map((lang) => (
        <fieldset key={lang} class="stack tight">
          <legend>{t(`requests.desk.in.${lang}`)}</legend>
          <TextInput
            {...form.field(`title.${lang}`, own?.[lang]?.title)}
            label={t('requests.desk.incident.heading')}
            lang={lang}
            maxLength={200}
            error={lang === 'de' ? form.error('texts') : null}
          />
          <TextArea
            {...form.field(`text.${lang}`, own?.[lang]?.text)}
            label={t('requests.desk.incident.text')}
            lang={lang}
            rows={3}
            optional
          />
        </fieldset>
      ))}
      <TextInput
        {...form.field('until', momentIn(call.timeZone, known.announcedUntil))}
        type="datetime-local"
        label={t('requests.desk.incident.until')}
        width="medium"
        optional
      />
      <Select
        {...form.field('audience', known.audience?.id)}
        label={t('requests.desk.incident.audience')}
        empty={t('requests.desk.incident.everybody')}
        options={choices.audiences.map(({ id, name }) => ({ value: id, label: name }))}
        width="medium"
      />
      <fieldset class="stack tight">
        <legend>{t('requests.desk.incident.portals')}</legend>
        {choices.portals.map((portal) => (
          <Checkbox
            key={portal.id}
            name="portals"
            value={portal.id}
            label={portal.name}
            checked={form.values('portals', known.portals).includes(portal.id)}
          />
        ))}
      </fieldset>
      <Select
        {...form.field('service', known.service)}
        label={t('requests.desk.incident.service')}
        hint={t('requests.desk.incident.serviceHint')}
        empty={t('requests.desk.incident.anyService')}
        options={choices.services.map(({ key, name }) => ({ value: key, label: name }))}
        optional
        width="medium"
      />
      <FormActions reachable={false}>
        <Button name="action" value="announce" icon="megaphone">
          {t(known.isAnnounced ? 'requests.desk.incident.change' : 'requests.desk.incident.go')}
        </Button>
        {known.isAnnounced && (
          <Button name="action" value="withdraw" look="quiet">
            {t('requests.desk.incident.end')}
          </Button>
        )}
      </FormActions>
    </form>
  )
}
