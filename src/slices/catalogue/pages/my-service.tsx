import { refuse } from '../../../kernel/refusal.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { CheckboxField } from '../../../ui/components/Checkbox.tsx'
import { DateInput } from '../../../ui/components/DateInput.tsx'
import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../ui/page.ts'
import type { HeldView } from '../held-view.ts'
import { cancelHeld } from '../operations/cancel-held.ts'
import { keepHeld } from '../operations/keep-held.ts'
import { type HeldDetails, readHeld } from '../operations/read-held.ts'
import { AnswerRows } from './AnswerRows.tsx'
import { HeldState } from './HeldState.tsx'
import { OrderState } from './OrderState.tsx'
import { Price } from './Price.tsx'
import { ServicePicture } from './ServiceCards.tsx'

/** One of my services: change it, cancel it, or take the cancellation back. */
export const myServicePage = definePage({
  path: '/my-services/:id',
  requires: 'signed-in',
  async get(call) {
    const { t, format } = call
    const held = await call.run(readHeld, { id: idOf(call) })
    return {
      title: held.name,
      noIndex: true,
      breadcrumbs: [{ label: t('catalogue.held.title'), href: call.url('/my-services') }, { label: held.name }],
      view: (
        <>
          <PageHead above={<HeldState call={call} held={held} />} title={held.name} />
          <div class="columns">
            <div class="stack">
              <ServicePicture service={held} big />
              {held.rows.length > 0 && (
                <section class="card">
                  <h2>{t('catalogue.held.answers')}</h2>
                  <AnswerRows call={call} rows={held.rows} />
                </section>
              )}
              {held.state === 'active' && <Cancel call={call} held={held} />}
              {held.state === 'ending' && <Keep call={call} />}
            </div>
            <aside class="side">
              <section class="card order-box">
                <p class="order-price">
                  <Price t={t} format={format} price={held.price} />
                </p>
                <DescriptionList
                  facts={[
                    { term: t('catalogue.cart.quantity'), value: held.quantity > 1 ? String(held.quantity) : null },
                    { term: t('catalogue.held.sinceTerm'), value: format.dayShort(held.since) },
                    {
                      term: t('catalogue.service.notice'),
                      value: t('catalogue.service.noticeDays', { days: held.noticeDays }),
                    },
                    { term: t('catalogue.held.ends'), value: held.endsOn && format.day(held.endsOn) },
                    {
                      term: t('catalogue.held.request'),
                      value: held.request && <a href={call.url(`/requests/${held.request}`)}>{held.request}</a>,
                    },
                  ]}
                />
                {held.mayChange && (
                  <LinkButton href={call.url(`/my-services/${held.id}/change`)} look="primary" wide icon="pencil">
                    {t('catalogue.held.changeShort')}
                  </LinkButton>
                )}
              </section>
              <Orders call={call} orders={held.orders} />
            </aside>
          </div>
        </>
      ),
    }
  },
  post: {
    async cancel(call, fields) {
      if (!fields.has('sure')) throw refuse.field('sure', 'catalogue.refusal.sure')
      await call.run(cancelHeld, {
        id: idOf(call),
        endsOn: fields.get('endsOn'),
        reason: fields.optional('reason'),
      })
      return goTo(call.url(call.path), 'catalogue.flash.cancelled')
    },
    async keep(call) {
      await call.run(keepHeld, { id: idOf(call) })
      return goTo(call.url(call.path), 'catalogue.flash.keptService')
    },
  },
})

const idOf = (call: PageCall) => call.params['id'] ?? ''

function Orders({ call, orders }: { call: PageCall; orders: HeldDetails['orders'] }) {
  const { t, format } = call
  if (orders.length === 0) return null
  return (
    <section class="card">
      <h2 class="card-title">{t('catalogue.held.orders')}</h2>
      <ul class="stack tight">
        {orders.map(({ reference, purpose, state, orderedAt }) => (
          <li key={reference} class="row spread">
            <a href={call.url(`/orders/${reference}`)}>
              {t(`catalogue.held.purpose.${purpose}`, { day: format.dayShort(orderedAt) })}
            </a>
            <OrderState t={t} state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Cancel({ call, held }: { call: PageCall; held: HeldView }) {
  const { t, format } = call
  const form = shownForm(t, call.form, 'cancel')
  return (
    <form method="post" class="form card" novalidate>
      <h2>{t('catalogue.held.cancelTitle')}</h2>
      <FormMessages t={t} form={form} />
      <p>{t('catalogue.held.cancelText', { day: format.day(held.wouldEndOn) })}</p>
      <DateInput {...form.field('endsOn', held.wouldEndOn)} label={t('catalogue.held.lastDay')} min={held.wouldEndOn} />
      <TextArea
        {...form.field('reason')}
        optional
        rows={3}
        maxLength={1000}
        label={t('catalogue.held.reason')}
        hint={t('catalogue.held.reasonHint')}
      />
      <CheckboxField
        t={t}
        name="sure"
        label={t('catalogue.held.sure')}
        checked={form.checked('sure')}
        error={form.error('sure')}
      />
      <div>
        <Button look="danger" name="action" value="cancel">
          {t('catalogue.held.cancelNow')}
        </Button>
      </div>
    </form>
  )
}

function Keep({ call }: { call: PageCall }) {
  const { t } = call
  return (
    <form method="post" class="card">
      <FormMessages t={t} form={shownForm(t, call.form, 'keep')} />
      <p>{t('catalogue.held.keepText')}</p>
      <div>
        <Button name="action" value="keep" icon="undo-2">
          {t('catalogue.held.keep')}
        </Button>
      </div>
    </form>
  )
}
