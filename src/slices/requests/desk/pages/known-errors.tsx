import type { z } from 'zod'
import type { Lang } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { ErrorSummary } from '../../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { LinkList } from '../../../../ui/components/LinkList.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { stateText } from '../../pages/StateTag.tsx'
import { announce } from '../operations/announce.ts'
import { answerKnownError } from '../operations/answer-known-error.ts'
import { listAudiences } from '../operations/list-audiences.ts'
import { listChoices } from '../operations/list-choices.ts'
import { listKnownErrors } from '../operations/list-known-errors.ts'
import { readKnownError } from '../operations/read-known-error.ts'
import { withdrawAnnouncement } from '../operations/withdraw-announcement.ts'
import { deskPage as frame } from './desk-page.tsx'
import { momentIn, momentOf } from './moments.ts'

const PATH = '/desk/known-errors'
/** The languages in which one answers and announces. */
export const LANGS_OF_ANSWERS: readonly Lang[] = ['de', 'en', 'el']

type Known = z.output<typeof readKnownError.output>

/** What repeats in many requests. */
export const knownErrorsPage = definePage({
  path: PATH,
  layout: 'work',
  requires: 'requests.work',
  async get(call) {
    const { t, format, now } = call
    const state = call.query['state'] === 'solved' ? 'solved' : 'open'
    const page = await call.run(listKnownErrors, { state, limit: 50, cursor: call.query['cursor'] || undefined })
    const href = (one: string) => `${call.url(PATH)}?state=${one}`
    return frame(call, {
      title: t('requests.desk.knownErrors'),
      filter: null,
      current: PATH,
      view: (
        <>
          <PageHead title={t('requests.desk.knownErrors')} lead={t('requests.desk.error.listLead')} />
          <Tabs
            label={t('requests.desk.knownErrors')}
            tabs={(['open', 'solved'] as const).map((one) => ({
              label: t(`requests.desk.error.state.${one}`),
              href: href(one),
              current: one === state,
            }))}
          />
          {page.items.length === 0 ? (
            <EmptyState icon="circle-check" title={t('requests.desk.error.none')}>
              {t('requests.desk.error.noneText')}
            </EmptyState>
          ) : (
            <LinkList
              links={page.items.map((one) => ({
                href: call.url(`${PATH}/${one.reference}`),
                label: (
                  <>
                    <b>{one.title}</b>{' '}
                    {one.isAnnounced && (
                      <Tag tone="bad" icon="megaphone">
                        {t('requests.desk.incident')}
                      </Tag>
                    )}
                  </>
                ),
                hint: `${one.reference} · ${t('requests.desk.error.attached', { count: one.attached })} · ${format.ago(one.changedAt, now)}`,
              }))}
            />
          )}
          <Pagination
            t={t}
            previous={call.query['cursor'] ? href(state) : null}
            next={page.next ? `${href(state)}&cursor=${encodeURIComponent(page.next)}` : null}
          />
        </>
      ),
    })
  },
})

/** A known error: what it is, who hangs on it, one answer for all, and its announcement. */
export const knownErrorPage = definePage({
  path: `${PATH}/:error`,
  layout: 'work',
  requires: 'requests.work',
  get: show,
  post: {
    async answer(call, fields) {
      const { answered } = await call.run(answerKnownError, {
        error: errorOf(call),
        texts: textsOf(fields),
        isSolved: fields.has('isSolved'),
      })
      return goTo(here(call), 'requests.desk.error.answered', { count: answered })
    },
    async announce(call, fields) {
      await call.run(announce, {
        error: errorOf(call),
        texts: Object.fromEntries(
          LANGS_OF_ANSWERS.map((lang) => [
            lang,
            { title: fields.get(`title.${lang}`), text: fields.get(`text.${lang}`) },
          ]),
        ),
        until: momentOf(call.timeZone, fields.get('until')),
        audience: fields.optional('audience') ?? null,
        portals: fields.all('portals'),
        service: fields.optional('service') ?? null,
      })
      return goTo(here(call), 'requests.desk.incident.done')
    },
    async withdraw(call) {
      await call.run(withdrawAnnouncement, { error: errorOf(call) })
      return goTo(here(call), 'requests.desk.incident.ended')
    },
  },
})

const errorOf = (call: PageCall) => call.params['error'] as string
const here = (call: PageCall) => call.url(`${PATH}/${errorOf(call)}`)

/** Texts of fields `answer.de`, `answer.en` … */
function textsOf(fields: Fields): Partial<Record<Lang, string>> {
  return Object.fromEntries(LANGS_OF_ANSWERS.map((lang) => [lang, fields.get(`answer.${lang}`)]))
}

async function show(call: PageCall): Promise<PageAnswer> {
  const { t, format } = call
  const known = await call.run(readKnownError, { error: errorOf(call) })
  return frame(call, {
    title: `${known.title} (${known.reference})`,
    filter: null,
    current: PATH,
    view: (
      <>
        <PageHead
          above={
            <>
              <Tag tone={known.state === 'open' ? 'warn' : 'good'} icon="siren">
                {t(`requests.desk.error.state.${known.state}`)}
              </Tag>
              {known.isAnnounced && (
                <Tag tone="bad" icon="megaphone">
                  {t('requests.desk.incident')}
                </Tag>
              )}
            </>
          }
          title={known.title}
          lead={`${known.reference} · ${t('requests.desk.error.attached', { count: known.attached })}`}
        />
        {call.form?.message && (
          <Notice tone="warn" live>
            {call.form.message}
          </Notice>
        )}
        {known.words && <p class="message-text">{known.words}</p>}
        <section class="stack tight">
          <h2>{t('requests.desk.error.requests')}</h2>
          <LinkList
            links={known.requests.map((one) => ({
              href: call.url(`/desk/${one.reference}`),
              label: one.subject,
              hint: `${one.reference} · ${stateText(t, one.state, one.ending, 'desk')} · ${format.dayShort(one.createdAt)}`,
            }))}
          />
        </section>
        {known.state === 'open' && <AnswerAll call={call} known={known} />}
        {known.state === 'open' && <AnnouncementForm call={call} known={known} choices={await choicesOf(call)} />}
      </>
    ),
  })
}

function AnswerAll({ call, known }: { call: PageCall; known: Known }) {
  const { t } = call
  const form = shownForm(t, call.form, 'answer')
  return (
    <form method="post" class="card stack" novalidate>
      <h2>{t('requests.desk.error.answerAll', { count: known.attached })}</h2>
      <ErrorSummary t={t} errors={form.errors} />
      <p class="muted">{t('requests.desk.places')}</p>
      {LANGS_OF_ANSWERS.map((lang) => (
        <TextArea
          key={lang}
          {...form.field(`answer.${lang}`)}
          label={t(`requests.desk.in.${lang}`)}
          lang={lang}
          rows={4}
          optional={lang !== 'de'}
          error={lang === 'de' ? form.error('texts') : null}
        />
      ))}
      <Checkbox
        name="isSolved"
        label={t('requests.desk.error.isSolvedNow')}
        hint={t('requests.desk.error.isSolvedHint')}
        checked={form.checked('isSolved')}
      />
      <FormActions reachable={false}>
        <Button name="action" value="answer" look="primary" icon="send">
          {t('requests.desk.error.send')}
        </Button>
      </FormActions>
    </form>
  )
}

async function choicesOf(call: PageCall) {
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

function AnnouncementForm({ call, known, choices }: AnnouncementProps) {
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
