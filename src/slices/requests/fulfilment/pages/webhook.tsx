import type { z } from 'zod'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxField } from '../../../../ui/components/Checkbox.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { listDeliveries } from '../operations/list-deliveries.ts'
import { replayDelivery, testWebhook } from '../operations/replay-delivery.ts'
import { changeWebhook, deleteWebhook, renewWebhookSecret } from '../operations/save-webhook.ts'
import { SecretShown } from './SecretShown.tsx'

type Log = z.output<typeof listDeliveries.output>

const idOf = (call: PageCall) => call.params['id'] ?? ''
const here = (call: PageCall) => call.url(call.path)

/** One web hook with its log. */
export const webhookPage = definePage({
  path: '/admin/webhooks/:id',
  layout: 'admin',
  requires: 'platform.manage',
  async get(call) {
    const { t } = call
    const log = await call.run(listDeliveries, { id: idOf(call), cursor: call.query['cursor'] || undefined })
    return {
      title: log.webhook.title,
      breadcrumbs: [
        { label: t('requests.webhooks.title'), href: call.url('/admin/webhooks') },
        { label: log.webhook.title },
      ],
      view: (
        <div class="stack">
          <PageHead title={log.webhook.title} lead={log.webhook.key} />
          <div class="columns">
            <LogPart call={call} log={log} />
            <aside class="side">
              <Details call={call} webhook={log.webhook} />
              <Secrets call={call} />
            </aside>
          </div>
        </div>
      ),
    }
  },
  post: {
    async change(call, fields) {
      await call.run(changeWebhook, {
        id: idOf(call),
        title: fields.get('title'),
        url: fields.get('url'),
        isOn: fields.has('isOn'),
      })
      return goTo(here(call), 'requests.webhooks.saved')
    },
    async test(call) {
      await call.run(testWebhook, { id: idOf(call) })
      return goTo(here(call), 'requests.webhooks.tested')
    },
    async replay(call, fields) {
      await call.run(replayDelivery, { id: fields.get('delivery') })
      return goTo(here(call), 'requests.webhooks.replayed')
    },
    async renew(call) {
      const { secret } = await call.run(renewWebhookSecret, { id: idOf(call) })
      return {
        title: call.t('requests.webhooks.secretTitle'),
        view: <SecretShown call={call} secret={secret} href={here(call)} />,
      }
    },
    async delete(call) {
      await call.run(deleteWebhook, { id: idOf(call) })
      return goTo(call.url('/admin/webhooks'), 'requests.webhooks.deleted')
    },
  },
})

const TONES = { waiting: 'warn', delivered: 'good', failed: 'bad' } as const

function LogPart({ call, log }: { call: PageCall; log: Log }) {
  const { t, format } = call
  return (
    <section class="stack" aria-labelledby="log-title">
      <h2 id="log-title">{t('requests.webhooks.log')}</h2>
      {log.items.length === 0 && (
        <EmptyState icon="send" title={t('requests.webhooks.noLog')} level={3}>
          {t('requests.webhooks.noLogText')}
        </EmptyState>
      )}
      <div>
        {log.items.map((one) => (
          <Disclosure
            key={one.id}
            title={
              <>
                <Tag tone={TONES[one.state]}>{t(`requests.webhooks.delivery.${one.state}`)}</Tag>{' '}
                {format.moment(one.createdAt)}{' '}
                <span class="muted">
                  {[t('requests.webhooks.tries', { count: one.attempts.length }), lastAnswer(call, one)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            }
          >
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
            <pre tabIndex={0}>{laidOut(one.body)}</pre>
            <ol>
              {one.attempts.map((attempt) => (
                <li key={attempt.at}>
                  <b>{attempt.status ?? t('requests.webhooks.noAnswer')}</b> {format.moment(attempt.at)}{' '}
                  <span class="muted">{`${format.number(attempt.milliseconds)} ms`}</span>
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
                  <pre tabIndex={0}>{attempt.answer || '–'}</pre>
                </li>
              ))}
            </ol>
            {one.nextAt && <p>{t('requests.webhooks.next', { moment: format.moment(one.nextAt) })}</p>}
            {(one.state !== 'waiting' || one.attempts.length > 0) && (
              <form method="post">
                <input type="hidden" name="delivery" value={one.id} />
                <Button size="small" name="action" value="replay" icon="refresh-cw">
                  {t(one.state === 'waiting' ? 'requests.webhooks.now' : 'requests.webhooks.replay')}
                </Button>
              </form>
            )}
          </Disclosure>
        ))}
      </div>
      <Pagination
        t={t}
        previous={call.query['cursor'] ? here(call) : null}
        next={log.next ? `${here(call)}?cursor=${encodeURIComponent(log.next)}` : null}
      />
    </section>
  )
}

/** A message as people read it: line by line. */
function laidOut(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2)
}

/** What the other side said last, when it did not take the message. */
function lastAnswer({ t }: PageCall, { state, attempts }: Log['items'][number]): string | null {
  const last = attempts.at(-1)
  if (!last || state === 'delivered') return null
  return t('requests.webhooks.last', { answer: last.status ?? t('requests.webhooks.noAnswer') })
}

function Details({ call, webhook }: { call: PageCall; webhook: Log['webhook'] }) {
  const { t } = call
  const form = shownForm(t, call.form, 'change')
  return (
    <Card title={t('requests.webhooks.details')}>
      <form method="post" class="form" novalidate>
        <FormMessages t={t} form={form} />
        <TextInput {...form.field('title', webhook.title)} label={t('requests.webhooks.name')} />
        <TextInput {...form.field('url', webhook.url)} type="url" label={t('requests.webhooks.url')} />
        <CheckboxField
          t={t}
          name="isOn"
          checked={form.checked('isOn', webhook.isOn)}
          label={t('requests.webhooks.isOn')}
        />
        <FormActions reachable={false}>
          <Button look="primary" name="action" value="change">
            {t('requests.webhooks.save')}
          </Button>
          <Button name="action" value="test" icon="send">
            {t('requests.webhooks.test')}
          </Button>
        </FormActions>
      </form>
    </Card>
  )
}

function Secrets({ call: { t } }: { call: PageCall }) {
  return (
    <Card title={t('requests.webhooks.secret')}>
      <p>{t('requests.webhooks.secretText')}</p>
      <form method="post">
        <Button name="action" value="renew" icon="key-round">
          {t('requests.webhooks.renew')}
        </Button>
      </form>
      <Disclosure title={t('requests.webhooks.deleteTitle')}>
        <p>{t('requests.webhooks.deleteText')}</p>
        <form method="post">
          <Button look="danger" name="action" value="delete" icon="trash-2">
            {t('requests.webhooks.delete')}
          </Button>
        </form>
      </Disclosure>
    </Card>
  )
}
