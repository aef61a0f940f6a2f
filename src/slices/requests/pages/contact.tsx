import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { type ShownForm, shownForm } from '../../../ui/form.ts'
import { Island } from '../../../ui/island.tsx'
import { definePage, type Fields, type PageAnswer, type PageCall } from '../../../ui/page.ts'
import { openForm } from '../operations/open-form.ts'
import { whenBack } from '../operations/when-back.ts'
import { write } from '../operations/write.ts'
import { backText, type Presence } from './back-text.ts'
import { FilesField, fileIds } from './Files.tsx'

/** The way to a person: a message that keeps what was asked and read before. */
export const contactPage = definePage({
  path: '/contact',
  uploads: {},
  get: show,
  post: { default: send },
})

async function show(call: PageCall): Promise<PageAnswer> {
  const [{ token }, presence] = await Promise.all([call.run(openForm, {}), call.run(whenBack, {})])
  const { t } = call
  return {
    title: t('requests.write.title'),
    description: t('requests.write.lead'),
    breadcrumbs: [{ label: t('requests.write.title') }],
    view: (
      <>
        <PageHead title={t('requests.write.title')} lead={t('requests.write.lead')} />
        <div class="columns">
          <MessageForm call={call} token={token} />
          <Beside call={call} presence={presence} />
        </div>
      </>
    ),
  }
}

async function send(call: PageCall, fields: Fields): Promise<PageAnswer> {
  const written = await call.run(write, {
    subject: fields.get('subject'),
    message: fields.get('message'),
    name: fields.optional('name'),
    email: fields.optional('email'),
    files: fileIds(fields),
    question: fields.optional('question'),
    read: fields.all('read').flatMap(readOf).slice(0, 20),
    formToken: fields.optional('opened'),
    website: fields.optional('website'),
  })
  const path = call.actor.personId ? `/requests/${written.reference}` : `/track/${written.link}`
  return { redirect: `${call.url(path)}?new=1` }
}

/** What was read, as the form carries it: `path title`. */
function readOf(value: string): { path: string; title: string }[] {
  const [, path, title] = /^(\/\S+) (.+)$/.exec(value) ?? []
  return path && title ? [{ path, title: title.slice(0, 200) }] : []
}

function MessageForm({ call, token }: { call: PageCall; token: string }) {
  const { t, actor } = call
  const form = shownForm(t, call.form)
  const question = form.values('question').at(-1) ?? call.query['question']?.slice(0, 500) ?? ''
  return (
    <form method="post" enctype="multipart/form-data" class="stack" novalidate>
      <ErrorSummary t={t} errors={form.errors} />
      {form.message && (
        <Notice tone="warn" live>
          {form.message}
        </Notice>
      )}
      {form.restored && <Notice tone="info">{t('ui.form.restored')}</Notice>}
      <HandOver call={call} form={form} question={question} />
      <input type="hidden" name="opened" value={token} />
      {actor.personId && <p>{t('requests.write.as', { name: actor.name ?? '' })}</p>}
      <div class="stack tight">
        <TextInput
          {...form.field('subject', question.slice(0, 200))}
          label={t('requests.write.subject')}
          hint={t('requests.write.subjectHint')}
          maxLength={200}
          autocomplete="off"
        />
        <Island
          name="answers-before-writing"
          props={{
            input: 'f-subject',
            lang: call.lang,
            base: call.portal.base,
            portal: call.portal.key,
            texts: { title: t('requests.write.suggestions'), opens: t('requests.write.opensNew') },
          }}
        />
      </div>
      <TextArea
        {...form.field('message')}
        label={t('requests.write.message')}
        hint={t('requests.write.messageHint')}
        rows={8}
        maxLength={20_000}
      />
      {!actor.personId && <Contact call={call} form={form} />}
      <FilesField t={t} form={form} />
      <FormActions>
        <Button look="primary" icon="send">
          {t('requests.write.send')}
        </Button>
      </FormActions>
    </form>
  )
}

/** What was asked and read before goes along, and is shown: nothing is sent behind anybody's back. */
function HandOver({ call, form, question }: { call: PageCall; form: ShownForm; question: string }) {
  const { t } = call
  const came = call.query['read'] && call.query['title'] ? [`${call.query['read']} ${call.query['title']}`] : []
  const read = form.values('read', came).filter((one) => readOf(one).length > 0)
  const titles = read.flatMap(readOf).map((one) => one.title)
  if (!question && read.length === 0) return null
  return (
    <Notice tone="info">
      {question && <p>{t('requests.write.question', { question })}</p>}
      {titles.length > 0 && <p>{t('requests.write.readAlong', { titles: titles.join(' · ') })}</p>}
      {question && <input type="hidden" name="question" value={question} />}
      {read.map((one) => (
        <input key={one} type="hidden" name="read" value={one} />
      ))}
    </Notice>
  )
}

function Contact({ call: { t }, form }: { call: PageCall; form: ShownForm }) {
  return (
    <>
      <TextInput
        {...form.field('email')}
        type="email"
        label={t('requests.write.email')}
        hint={t('requests.write.emailHint')}
        optional
        width="medium"
        autocomplete="email"
      />
      <TextInput
        {...form.field('name')}
        label={t('requests.write.name')}
        optional
        width="medium"
        autocomplete="name"
        maxLength={100}
      />
      <div class="visually-hidden" aria-hidden="true">
        <label for="f-website">{t('requests.write.website')}</label>
        <input id="f-website" name="website" type="text" tabIndex={-1} autocomplete="off" />
      </div>
    </>
  )
}

function Beside({ call, presence }: { call: PageCall; presence: Presence }) {
  const { t, format } = call
  return (
    <aside class="side">
      <Card title={presence.title || t('requests.side.desk')}>
        <p>{backText(t, format, presence)}</p>
        {presence.known && !presence.open && <p>{t('requests.back.write')}</p>}
        {presence.promiseHours && (
          <p class="muted small">{t('requests.back.promise', { hours: presence.promiseHours })}</p>
        )}
        {presence.telephone && (
          <p>
            {t('requests.write.telephone')}:{' '}
            <a href={`tel:${presence.telephone.replace(/[^\d+]/g, '')}`}>{presence.telephone}</a>
          </p>
        )}
      </Card>
      <Card title={t('requests.write.another')}>
        <LinkButton href={call.url(call.actor.personId ? '/requests' : '/track')} icon="route" wide>
          {t(call.actor.personId ? 'requests.mine.title' : 'requests.track.title')}
        </LinkButton>
      </Card>
    </aside>
  )
}
