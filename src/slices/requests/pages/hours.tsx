import { WEEKDAYS, type Weekday } from '../../../kernel/business-hours.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { DateInput } from '../../../ui/components/DateInput.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Fieldset } from '../../../ui/components/Fieldset.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Tabs } from '../../../ui/components/Tabs.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { type ShownForm, shownForm } from '../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall } from '../../../ui/page.ts'
import type { Counter } from '../hours.ts'
import { listCounters } from '../operations/list-counters.ts'
import { readHours } from '../operations/read-hours.ts'
import { setHours } from '../operations/set-hours.ts'
import { whenBack } from '../operations/when-back.ts'
import { backText } from './back-text.ts'
import { counterInput } from './hours-form.ts'

/** Empty rows for days that are to be closed. */
const MORE_CLOSED_DAYS = 3

/** Who answers the messages of each portal, and when. */
export const hoursPage = definePage({
  path: '/admin/hours',
  layout: 'admin',
  requires: 'platform.manage',
  get: show,
  post: { default: save },
})

async function show(call: PageCall): Promise<PageAnswer> {
  const { t } = call
  const { portals } = await call.run(listCounters, {})
  const portal = portals.find((one) => one.key === call.query['portal'])?.key ?? call.portal.key
  const { hours, place } = await call.run(readHours, { portal })
  const shown = portal === call.portal.key ? await call.run(whenBack, {}) : null
  const form = shownForm(t, call.form)
  return {
    title: t('requests.hours.title'),
    view: (
      <>
        <PageHead title={t('requests.hours.title')} lead={t('requests.hours.lead')} />
        <Tabs
          label={t('requests.hours.portals')}
          tabs={portals.map((one) => ({
            label: one.name,
            href: `${call.url('/admin/hours')}?portal=${one.key}`,
            current: one.key === portal,
          }))}
        />
        {shown && <p class="muted">{t('requests.hours.now', { text: backText(t, call.format, shown) })}</p>}
        <form method="post" class="stack loose" novalidate>
          <ErrorSummary t={t} errors={form.errors} />
          {form.message && (
            <Notice tone="warn" live>
              {form.message}
            </Notice>
          )}
          <input type="hidden" name="portal" value={portal} />
          <Who call={call} form={form} hours={hours} place={place} />
          <Week call={call} form={form} hours={hours} />
          <Closed call={call} form={form} hours={hours} />
          <FormActions>
            <Button look="primary" icon="save">
              {t('requests.hours.save')}
            </Button>
          </FormActions>
        </form>
      </>
    ),
  }
}

async function save(call: PageCall, fields: Fields): Promise<PageAnswer> {
  const portal = fields.get('portal')
  await call.run(setHours, { portal, ...counterInput(fields, call.lang) } as never)
  return goTo(`${call.url('/admin/hours')}?portal=${encodeURIComponent(portal)}`, 'requests.hours.saved')
}

interface PartProps {
  call: PageCall
  form: ShownForm
  hours: Counter | null
}

function Who({ call: { t }, form, hours, place }: PartProps & { place: Pick<Counter, 'timeZone' | 'holidays'> }) {
  return (
    <div class="stack">
      <div class="stack">
        {(['de', 'en', 'el'] as const).map((lang) => (
          <TextInput
            key={lang}
            {...form.field(`title.${lang}`, hours?.title[lang])}
            label={t(`requests.hours.name.${lang}`)}
            optional
            width="medium"
            lang={lang}
          />
        ))}
      </div>
      <TextInput
        {...form.field('telephone', hours?.telephone)}
        label={t('requests.hours.telephone')}
        type="tel"
        optional
        width="medium"
      />
      <TextInput
        {...form.field('email', hours?.email)}
        label={t('requests.hours.email')}
        hint={t('requests.hours.emailHint')}
        type="email"
        optional
        width="medium"
      />
      <TextInput
        {...form.field('promise', String(hours?.promise ?? 8))}
        label={t('requests.hours.promise')}
        affix={t('requests.hours.promiseUnit')}
        type="number"
        min={1}
        max={400}
        width="short"
      />
      <TextInput
        {...form.field('timeZone', hours?.timeZone ?? place.timeZone)}
        label={t('requests.hours.timeZoneLabel')}
        width="medium"
      />
      <TextInput
        {...form.field('holidays', hours?.holidays ?? place.holidays)}
        label={t('requests.hours.holidays')}
        hint={t('requests.hours.holidaysHint')}
        optional
        width="short"
      />
    </div>
  )
}

function Week({ call: { t }, form, hours }: PartProps) {
  const input = (weekday: Weekday, n: number, end: 'from' | 'to') => {
    const label = n === 0 ? (end === 'from' ? 'from' : 'to') : end === 'from' ? 'fromAgain' : 'toAgain'
    return (
      <TextInput
        {...form.field(`week.${weekday}.${n}.${end}`, hours?.week[weekday]?.[n]?.[end])}
        type="time"
        label={t(`requests.hours.${label}`, { day: t(`requests.weekday.${weekday}`) })}
        hideLabel
        optional
        width="short"
      />
    )
  }
  return (
    <Fieldset t={t} legend={t('requests.hours.week')} hint={t('requests.hours.weekHint')} asHeading id="week">
      <DataTable
        caption={t('requests.hours.week')}
        hideCaption
        rows={WEEKDAYS}
        rowKey={(weekday) => weekday}
        columns={[
          { title: t('requests.hours.closedDay'), head: true, cell: (weekday) => t(`requests.weekday.${weekday}`) },
          { title: t('requests.hours.column.from'), cell: (weekday) => input(weekday, 0, 'from') },
          { title: t('requests.hours.column.to'), cell: (weekday) => input(weekday, 0, 'to') },
          { title: t('requests.hours.column.fromAgain'), cell: (weekday) => input(weekday, 1, 'from') },
          { title: t('requests.hours.column.toAgain'), cell: (weekday) => input(weekday, 1, 'to') },
        ]}
      />
    </Fieldset>
  )
}

function Closed({ call: { t, lang }, form, hours }: PartProps) {
  const known = hours?.closed ?? []
  const rows = Array.from({ length: known.length + MORE_CLOSED_DAYS }, (_, n) => ({ n, day: known[n] }))
  return (
    <Fieldset t={t} legend={t('requests.hours.closed')} asHeading id="closed">
      <DataTable
        caption={t('requests.hours.closed')}
        hideCaption
        rows={rows}
        rowKey={(row) => String(row.n)}
        columns={[
          {
            title: t('requests.hours.closedDay'),
            cell: ({ n, day }) => (
              <>
                <DateInput
                  {...form.field(`closed.${n}.date`, day?.date)}
                  label={t('requests.hours.closedDay')}
                  optional
                  hideLabel
                />
                {day && <input type="hidden" name={`closed.${n}.known`} value={JSON.stringify(day.reason ?? {})} />}
              </>
            ),
          },
          {
            title: t('requests.hours.closedFrom'),
            cell: ({ n, day }) => (
              <TextInput
                {...form.field(`closed.${n}.from`, day?.from)}
                type="time"
                label={t('requests.hours.closedFrom')}
                hideLabel
                optional
                width="short"
              />
            ),
          },
          {
            title: t('requests.hours.closedReason'),
            cell: ({ n, day }) => (
              <TextInput
                {...form.field(`closed.${n}.reason`, day?.reason?.[lang] ?? Object.values(day?.reason ?? {})[0])}
                label={t('requests.hours.closedReason')}
                hideLabel
                optional
              />
            ),
          },
        ]}
      />
    </Fieldset>
  )
}
