import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { CheckboxGroup, RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { DateInput } from '../../../../ui/components/DateInput.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import { continueAnnouncement } from '../../operations/continue-announcement.ts'
import { listAnnouncements } from '../../operations/list-announcements.ts'
import { saveAnnouncement } from '../../operations/save-announcement.ts'
import { ANNOUNCED } from '../../rules.ts'
import { addressOf } from '../addresses.ts'
import { StatusTag } from '../StatusTag.tsx'
import { localTime, momentOf } from './moments.ts'

type Kept = z.output<typeof listAnnouncements.output>
const LIST = '/admin/announcements'

/** What was announced about services, newest first. */
export const announcementsPage = definePage({
  path: LIST,
  layout: 'admin',
  requires: 'catalogue.announce',
  async get(call) {
    const { t, format, query } = call
    const page: Kept = await call.run(listAnnouncements, { cursor: query['cursor'] || undefined, limit: 30 })
    const add = (
      <LinkButton look="primary" icon="plus" href={call.url(`${LIST}/new`)}>
        {t('catalogue.announcement.new')}
      </LinkButton>
    )
    return {
      title: t('catalogue.nav.announcements'),
      noIndex: true,
      view: (
        <>
          <PageHead
            title={t('catalogue.nav.announcements')}
            lead={t('catalogue.announcement.lead')}
            actions={page.items.length > 0 && add}
          />
          <DataTable
            caption={t('catalogue.nav.announcements')}
            hideCaption
            rows={page.items}
            rowKey={(row) => row.id}
            empty={
              <EmptyState icon="circle-check" title={t('catalogue.announcement.none')} action={add}>
                {t('catalogue.announcement.noneText')}
              </EmptyState>
            }
            columns={[
              {
                title: t('catalogue.announcement.title'),
                head: true,
                cell: (row) => <a href={call.url(`${LIST}/${row.id}`)}>{row.title}</a>,
              },
              {
                title: t('catalogue.announcement.kind'),
                cell: (row) =>
                  row.endedAt ? (
                    <Tag>{t('catalogue.announcement.was')}</Tag>
                  ) : new Date(row.startsAt) > call.now ? (
                    <Tag tone="accent">{t('catalogue.announcement.planned')}</Tag>
                  ) : (
                    <StatusTag t={t} status={row.kind} />
                  ),
              },
              {
                title: t('catalogue.announcement.services'),
                cell: (row) => row.services.map((one) => one.name).join(', '),
              },
              { title: t('catalogue.announcement.from'), cell: (row) => format.moment(row.startsAt) },
              {
                title: t('catalogue.announcement.until'),
                cell: (row) =>
                  (row.endedAt ?? row.expectedEnd) ? format.moment((row.endedAt ?? row.expectedEnd) as string) : '–',
              },
            ]}
          />
          <Pagination
            t={t}
            previous={query['cursor'] ? call.url(LIST) : null}
            next={page.next ? addressOf(call, LIST, { cursor: page.next }) : null}
          />
        </>
      ),
    }
  },
})

/** One announcement, or a new one; how it goes on and its end. */
export const announcementPage = definePage({
  path: `${LIST}/:id`,
  layout: 'admin',
  requires: 'catalogue.announce',
  async get(call) {
    const { t } = call
    const kept: Kept = await call.run(listAnnouncements, { limit: 100 })
    const one = find(call, kept)
    const title = one?.title ?? t('catalogue.announcement.new')
    return {
      title,
      noIndex: true,
      breadcrumbs: [{ label: t('catalogue.nav.announcements'), href: call.url(LIST) }, { label: title }],
      view: (
        <div class="columns">
          <div>
            <PageHead title={title} />
            {one?.endedAt ? (
              <p>{t('catalogue.announcement.isOver', { at: call.format.moment(one.endedAt) })}</p>
            ) : one?.incident ? (
              <p>{t('catalogue.refusal.ofIncident')}</p>
            ) : (
              <Edit call={call} one={one} choices={kept.choices} />
            )}
          </div>
          {one && !one.endedAt && !one.incident && (
            <aside class="side">
              <GoesOn call={call} />
            </aside>
          )}
        </div>
      ),
    }
  },
  post: {
    async save(call, fields) {
      const { id } = await call.run(saveAnnouncement, inputOf(call, fields))
      return goTo(call.url(`${LIST}/${id}`), 'catalogue.flash.announced')
    },
    async goesOn(call, fields) {
      await call.run(continueAnnouncement, {
        id: call.params['id'] ?? '',
        texts: words(fields, 'update'),
        isOver: fields.has('isOver'),
      })
      return goTo(call.url(call.path), 'catalogue.flash.announced')
    },
  },
})

function find(call: PageCall, kept: Kept) {
  if (call.params['id'] === 'new') return null
  const found = kept.items.find((one) => one.id === call.params['id'])
  if (!found) throw refuse.notFound()
  return found
}

function Edit({ call, one, choices }: { call: PageCall; one: Kept['items'][number] | null; choices: Kept['choices'] }) {
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

function GoesOn({ call }: { call: PageCall }) {
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

function inputOf(call: PageCall, fields: Fields): z.input<typeof saveAnnouncement.input> {
  const id = call.params['id']
  const from = fields.optional('startsAt')
  const until = fields.optional('expectedEnd')
  return {
    ...(id === 'new' ? {} : { id }),
    kind: fields.get('kind') as 'down',
    titles: words(fields, 'titles'),
    texts: words(fields, 'texts'),
    services: fields.all('services'),
    audienceId: fields.optional('audienceId') ?? null,
    startsAt: from && momentOf(from, call.timeZone),
    expectedEnd: until ? momentOf(until, call.timeZone) : null,
  }
}

function words(fields: Fields, name: string) {
  return Object.fromEntries(
    LANGS.flatMap((lang) => (fields.get(`${name}.${lang}`) ? [[lang, fields.get(`${name}.${lang}`)]] : [])),
  )
}
