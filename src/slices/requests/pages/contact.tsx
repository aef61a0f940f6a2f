import { refuse } from '../../../kernel/refusal.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall } from '../../../ui/page.ts'
import { openForm } from '../operations/open-form.ts'
import { whenBack } from '../operations/when-back.ts'
import { write } from '../operations/write.ts'
import { listReaders } from '../sharing/operations/list-readers.ts'
import { listOffered } from '../types/operations/list-offered.ts'
import { beginForm } from '../writing/begin-form.ts'
import { readAnswers } from '../writing/read-answers.ts'
import { readHandOver } from '../writing/read-hand-over.ts'
import { solveBefore } from '../writing/solve-before.ts'
import { backText, type Presence } from './back-text.ts'
import { fileIds } from './Files.tsx'
import { MessageForm, readOf } from './MessageForm.tsx'

/** The kind that needs no choice: a message, the short way. */
const SHORT_WAY = 'message'

/** The way to a person: a message that keeps what was asked and read before; or one of a few kinds that ask for what they need. */
export const contactPage = definePage({
  path: '/contact',
  uploads: {},
  get: (call) => show(call, SHORT_WAY),
  post: { default: send, solved },
})

/** The same for one kind, with its form where it has one. */
export const contactKindPage = definePage({
  path: '/contact/:type',
  uploads: {},
  get: (call) => show(call, call.params['type'] as string),
  post: {
    default: send,
    solved,
    async begin(call) {
      const { address } = await call.run(beginForm, { type: call.params['type'] as string })
      return goTo(call.url(`/fill/${address}`))
    },
  },
})

async function show(call: PageCall, key: string): Promise<PageAnswer> {
  const { t } = call
  const [presence, { types }] = await Promise.all([call.run(whenBack, {}), call.run(listOffered, {})])
  const type = types.find((one) => one.key === key)
  if (!type && key !== SHORT_WAY) throw refuse.notFound()
  const isShort = key === SHORT_WAY
  const others = types.filter((one) => one.key !== SHORT_WAY && one.key !== key)
  const title = isShort || !type ? t('requests.write.title') : type.name
  return {
    title,
    description: t('requests.write.lead'),
    breadcrumbs: isShort
      ? [{ label: title }]
      : [{ label: t('requests.write.title'), href: call.url('/contact') }, { label: title }],
    view: (
      <>
        <PageHead title={title} lead={isShort || !type?.words ? t('requests.write.lead') : type.words} />
        <div class="columns">
          <div class="stack loose">
            {isShort && others.length > 0 && <Kinds call={call} kinds={others} />}
            {await formOf(call, key, type?.hasForm === true)}
          </div>
          <Beside call={call} presence={presence} />
        </div>
      </>
    ),
  }
}

/** A few kinds that ask for what they need; whoever passes them by writes a message. */
function Kinds({ call, kinds }: { call: PageCall; kinds: readonly { key: string; name: string; words: string }[] }) {
  const { t } = call
  return (
    <nav class="stack tight" aria-labelledby="kinds-title">
      <h2 id="kinds-title" class="small">
        {t('requests.write.choose')}
      </h2>
      <ul class="row">
        {kinds.map((kind) => (
          <li key={kind.key}>
            <LinkButton href={call.url(`/contact/${kind.key}`)} size="small" title={kind.words || undefined}>
              {kind.name}
            </LinkButton>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The form of the kind is filled in first, page by page; then it is looked over and sent. */
async function formOf(call: PageCall, type: string, hasForm: boolean) {
  const draft = call.query['draft']
  if (hasForm && !draft) return <Begin call={call} />
  const [{ token }, filled, handOver, readers] = await Promise.all([
    call.run(openForm, {}),
    hasForm && draft ? call.run(readAnswers, { draft }) : null,
    call.query['from'] ? call.run(readHandOver, { from: call.query['from'] }).catch(() => null) : null,
    call.actor.personId ? call.run(listReaders, {}) : null,
  ])
  return <MessageForm {...{ call, token, type, filled, handOver }} colleagues={readers?.people ?? []} />
}

function Begin({ call }: { call: PageCall }) {
  const { t } = call
  return (
    <form method="post" class="card stack">
      <FormMessages t={t} form={shownForm(t, call.form, 'begin')} />
      <p>{t('requests.write.formLead')}</p>
      <p>
        <Button name="action" value="begin" look="primary" icon="arrow-right">
          {t('requests.write.begin')}
        </Button>
      </p>
    </form>
  )
}

async function send(call: PageCall, fields: Fields): Promise<PageAnswer> {
  const written = await call.run(write, {
    type: call.params['type'] ?? SHORT_WAY,
    subject: fields.get('subject'),
    message: fields.get('message'),
    name: fields.optional('name'),
    email: fields.optional('email'),
    files: fileIds(fields),
    draft: fields.optional('draft'),
    beneficiary: fields.optional('beneficiary'),
    question: fields.optional('question'),
    tried: fields.all('tried').slice(0, 10),
    read: fields.all('read').flatMap(readOf).slice(0, 20),
    from: fields.optional('from'),
    formToken: fields.optional('opened'),
    website: fields.optional('website'),
  })
  const path = call.actor.personId ? `/requests/${written.reference}` : `/track/${written.link}`
  return { redirect: `${call.url(path)}?new=1` }
}

/** "That solved it": nothing is sent. */
async function solved(call: PageCall, fields: Fields): Promise<PageAnswer> {
  await call.run(solveBefore, {
    subject: fields.get('subject') || fields.get('question'),
    type: call.params['type'] ?? SHORT_WAY,
    read: fields.all('read').flatMap(readOf).slice(0, 20),
    formToken: fields.get('opened'),
  })
  return goTo(call.url('/'), 'requests.write.solvedThanks')
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
      {presence.known && (
        <Card title={t('requests.callback.card')}>
          <LinkButton href={call.url('/callback')} icon="phone" wide>
            {t('requests.callback.ask')}
          </LinkButton>
        </Card>
      )}
      <Card title={t('requests.write.another')}>
        <LinkButton href={call.url(call.actor.personId ? '/requests' : '/track')} icon="route" wide>
          {t(call.actor.personId ? 'requests.mine.title' : 'requests.track.title')}
        </LinkButton>
      </Card>
    </aside>
  )
}
