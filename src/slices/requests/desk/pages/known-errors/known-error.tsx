import type { Lang } from '../../../../../kernel/lang.ts'
import { LinkList } from '../../../../../ui/components/LinkList.tsx'
import { Notice } from '../../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../../ui/components/PageHead.tsx'
import { Tag } from '../../../../../ui/components/Tag.tsx'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall } from '../../../../../ui/page.ts'
import { stateText } from '../../../pages/StateTag.tsx'
import { LANGS_OF_ANSWERS } from '../../langs.ts'
import { announce } from '../../operations/announce.ts'
import { answerKnownError } from '../../operations/answer-known-error.ts'
import { readKnownError } from '../../operations/read-known-error.ts'
import { withdrawAnnouncement } from '../../operations/withdraw-announcement.ts'
import { deskPage as frame } from '../desk-page.tsx'
import { momentOf } from '../moments.ts'
import { AnnouncementForm, choicesOf } from './AnnouncementForm.tsx'
import { AnswerAll } from './AnswerAll.tsx'
import { PATH } from './known-errors.tsx'

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
