import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { CheckboxGroup, RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { DateInput } from '../../../../ui/components/DateInput.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { listAnnouncements } from '../../operations/list-announcements.ts'
import { ANNOUNCED } from '../../rules.ts'
import { localTime } from './moments.ts'

type Kept = z.output<typeof listAnnouncements.output>

/** What is announced, about which services, for whom and from when. */
export function AnnouncementForm({
  call,
  one,
  choices,
}: {
  call: PageCall
  one: Kept['items'][number] | null
  choices: Kept['choices']
}) {
  const { t, query } = call
  const form = shownForm(t, call.form, 'save')
  const langs = [call.lang, ...LANGS.filter((lang) => lang !== call.lang)]
  return (
    <form method="post" class="form">
      <FormMessages t={t} form={form} />
      <RadioGroup
        t={t}
        name="kind"
        legend={t('catalogue.announcement.kind')}
        error={form.error('kind')}
        value={form.values('kind', [one?.kind ?? 'disturbed'])[0]}
        choices={ANNOUNCED.map((kind) => ({
          value: kind,
          label: t(`catalogue.status.${kind}`),
          hint: t(`catalogue.announcement.hint.${kind}`),
        }))}
      />
      {langs.map((lang, index) => (
        <Fieldset key={lang} t={t} legend={t(`catalogue.lang.${lang}`)}>
          <TextInput
            {...form.field(`titles.${lang}`, one?.titles[lang] ?? (index === 0 ? query['title'] : ''))}
            lang={lang}
            optional={index > 0}
            label={t('catalogue.announcement.title')}
            maxLength={200}
          />
          <TextArea
            {...form.field(`texts.${lang}`, one?.texts[lang])}
            lang={lang}
            optional
            rows={3}
            label={t('catalogue.announcement.text')}
            hint={t('catalogue.field.markdown')}
          />
        </Fieldset>
      ))}
      <CheckboxGroup
        t={t}
        name="services"
        legend={t('catalogue.announcement.services')}
        error={form.error('services')}
        choices={choices.services}
        values={form.values('services', one?.services.map((service) => service.id) ?? call.queryAll('service'))}
      />
      <Select
        {...form.field('audienceId', one?.audienceId)}
        optional
        label={t('catalogue.announcement.audience')}
        hint={t('catalogue.announcement.audienceHint')}
        options={choices.audiences}
        empty={t('catalogue.announcement.everybody')}
      />
      <div class="field-row">
        <DateInput
          {...form.field('startsAt', one ? localTime(one.startsAt, call.timeZone) : '')}
          withTime
          optional
          label={t('catalogue.announcement.from')}
          hint={t('catalogue.announcement.fromHint')}
        />
        <DateInput
          {...form.field('expectedEnd', one?.expectedEnd ? localTime(one.expectedEnd, call.timeZone) : '')}
          withTime
          optional
          label={t('catalogue.announcement.until')}
        />
      </div>
      <FormActions>
        <Button look="primary" name="action" value="save" icon="send">
          {t(one ? 'catalogue.announcement.save' : 'catalogue.announcement.make')}
        </Button>
      </FormActions>
    </form>
  )
}

/** How it goes on, and that it is over. */
export function GoesOn({ call }: { call: PageCall }) {
  const { t } = call
  const form = shownForm(t, call.form, 'goesOn')
  return (
    <form method="post" class="card">
      <h2>{t('catalogue.announcement.goesOn')}</h2>
      <FormMessages t={t} form={form} />
      {LANGS.map((lang) => (
        <TextArea
          key={lang}
          {...form.field(`update.${lang}`)}
          error={form.error(`texts.${lang}`)}
          lang={lang}
          rows={2}
          optional
          label={t(`catalogue.lang.${lang}`)}
        />
      ))}
      <CheckboxGroup
        t={t}
        name="isOver"
        legend={t('catalogue.announcement.end')}
        optional
        choices={[{ value: 'on', label: t('catalogue.announcement.isOverNow') }]}
      />
      <Button name="action" value="goesOn" icon="send">
        {t('catalogue.announcement.say')}
      </Button>
    </form>
  )
}
