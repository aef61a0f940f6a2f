import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Disclosure } from '../../../ui/components/Disclosure.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../ui/page.ts'
import { answerStep } from '../operations/answer-step.ts'
import { back } from '../operations/back.ts'
import { dropJourney } from '../operations/drop-journey.ts'
import { openEnd } from '../operations/open-end.ts'
import { rateEnd } from '../operations/rate-end.ts'
import { readJourney } from '../operations/read-journey.ts'
import type { JourneyView } from '../views.ts'
import { contactUrl, handOverOf, journeyUrl } from './addresses.ts'
import { End } from './End.tsx'
import { StepForm } from './StepForm.tsx'

const linkOf = (call: PageCall) => call.params['link'] ?? ''
const again = (call: PageCall) => goTo(journeyUrl(call, call.params['key'] ?? '', linkOf(call)))

/** Somebody on their way: the question that is next, or the end, and what was answered so far. */
export const journeyPage = definePage({
  path: '/guided-help/:key/:link',
  async get(call) {
    const { t } = call
    const journey = await call.run(readJourney, { link: linkOf(call) })
    const { step, flow, ended } = journey
    return {
      title: `${step.title} – ${flow.title}`,
      noIndex: true,
      from: handOverOf(journey),
      breadcrumbs: [
        { label: t('flows.list.title'), href: call.url('/guided-help') },
        { label: flow.title, href: call.url(`/guided-help/${flow.key}`) },
        { label: ended ? t('flows.journey.end') : t('flows.journey.question', { number: journey.trail.length + 1 }) },
      ],
      view: (
        <div class="columns">
          <div class="stack loose">
            <div class="card">
              <p class="muted small" lang={flow.lang === call.lang ? undefined : flow.lang}>
                {flow.title}
                {!ended &&
                  journey.questionsLeft > 0 &&
                  ` · ${t('flows.journey.left', { count: journey.questionsLeft })}`}
              </p>
              {ended ? <End call={call} journey={journey} /> : <StepForm call={call} step={step} level={1} />}
            </div>
            <Ways call={call} journey={journey} />
          </div>
          <aside class="side">
            <Trail call={call} journey={journey} />
            <Later call={call} journey={journey} />
          </aside>
        </div>
      ),
    }
  },
  post: {
    async default(call, fields) {
      await call.run(answerStep, { link: linkOf(call), step: fields.get('step'), value: fields.get('value') })
      return again(call)
    },
    async back(call, fields) {
      const to = fields.optional('to')
      await call.run(back, { link: linkOf(call), ...(to ? { to } : {}) })
      return again(call)
    },
    async open(call) {
      return goTo(call.url((await call.run(openEnd, { link: linkOf(call) })).path))
    },
    async rate(call, fields) {
      await call.run(rateEnd, { link: linkOf(call), helped: fields.get('helped') === 'yes' })
      return again(call)
    },
    async drop(call) {
      await call.run(dropJourney, { link: linkOf(call) })
      return goTo(call.url('/guided-help'), 'flows.journey.dropped')
    },
  },
})

/** Back, from the beginning, and to a person: always there. */
function Ways({ call, journey }: { call: PageCall; journey: JourneyView }) {
  const { t } = call
  const canGoBack = journey.trail.length > 0
  return (
    <div class="stack">
      <FormMessages t={t} form={shownForm(t, call.form, 'back')} />
      <div class="row">
        {canGoBack && (
          <form method="post">
            <Button name="action" value="back" icon="arrow-left">
              {t('flows.journey.back')}
            </Button>
          </form>
        )}
        <LinkButton look="quiet" icon="refresh-cw" href={call.url(`/guided-help/${journey.flow.key}`)}>
          {t('flows.journey.restart')}
        </LinkButton>
        {!journey.ended && (
          <LinkButton look="quiet" icon="message-square-text" href={contactUrl(call, journey)}>
            {t('flows.journey.person')}
          </LinkButton>
        )}
      </div>
    </div>
  )
}

/** What was answered, each to be changed. */
function Trail({ call, journey }: { call: PageCall; journey: JourneyView }) {
  const { t } = call
  if (journey.trail.length === 0) return null
  return (
    <section class="card">
      <h2 class="card-title">{t('flows.journey.answers')}</h2>
      <ol class="flow-trail">
        {journey.trail.map(({ step, question, answer }) => (
          <li key={step}>
            <span>
              <span class="muted small">{question}</span>
              <b>{answer}</b>
            </span>
            <form method="post">
              <input type="hidden" name="to" value={step} />
              <Button look="quiet" size="small" name="action" value="back">
                {t('flows.journey.change')}
                <span class="visually-hidden">: {question}</span>
              </Button>
            </form>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The address to come back by, and the way to be forgotten. */
function Later({ call, journey }: { call: PageCall; journey: JourneyView }) {
  const { t } = call
  return (
    <Disclosure title={t('flows.journey.later')}>
      <div class="stack">
        <p>{t(call.actor.personId ? 'flows.journey.laterSignedIn' : 'flows.journey.laterText')}</p>
        <p class="small flow-address">
          <a href={journeyUrl(call, journey.flow.key, journey.link)}>
            {call.origin}
            {journeyUrl(call, journey.flow.key, journey.link)}
          </a>
        </p>
        <form method="post">
          <Button look="quiet" size="small" icon="trash-2" name="action" value="drop">
            {t('flows.journey.drop')}
          </Button>
        </form>
      </div>
    </Disclosure>
  )
}
