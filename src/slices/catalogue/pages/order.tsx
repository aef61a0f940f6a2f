import type { z } from 'zod'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import { Disclosure } from '../../../ui/components/Disclosure.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { PromisedDate } from '../../../ui/components/PromisedDate.tsx'
import { Steps } from '../../../ui/components/Steps.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../ui/page.ts'
import { ChainPicture, readProcess, WorkPicture } from '../../requests/index.ts'
import { cancelItem } from '../operations/cancel-item.ts'
import { readOrder } from '../operations/read-order.ts'
import { repeatOrder } from '../operations/repeat-order.ts'
import type { OrderView } from '../order-view.ts'
import type { ItemState } from '../rules.ts'
import { AnswerRows } from './AnswerRows.tsx'
import { OrderState } from './OrderState.tsx'
import { Price } from './Price.tsx'

type Item = OrderView['items'][number]

/** An order: what was promised, where each item stands, who is next. */
export const orderPage = definePage({
  path: '/orders/:reference',
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const order: OrderView = await call.run(readOrder, { reference: referenceOf(call) })
    return {
      title: t('catalogue.order.title', { reference: order.reference }),
      noIndex: true,
      breadcrumbs: [{ label: t('catalogue.orders.title'), href: call.url('/orders') }, { label: order.reference }],
      view: <OrderSheet call={call} order={order} process={await processOf(call, order)} />,
    }
  },
  post: {
    async cancel(call, fields) {
      await call.run(cancelItem, { reference: referenceOf(call), id: fields.get('id') })
      return goTo(call.url(call.path), 'catalogue.flash.itemCancelled')
    },
    async repeat(call) {
      const { added, left } = await call.run(repeatOrder, { reference: referenceOf(call) })
      return goTo(call.url('/cart'), 'catalogue.flash.repeated', { added, left })
    },
  },
})

type Process = z.output<typeof readProcess.output>['items']

/** Approvals and tasks, for whoever ordered; somebody for whom it was ordered sees where the items stand. */
async function processOf(call: PageCall, order: OrderView): Promise<Process> {
  return order.request && order.isMine ? (await call.run(readProcess, { request: order.request })).items : []
}

const referenceOf = (call: PageCall) => call.params['reference'] ?? ''

function OrderSheet({ call, order, process }: { call: PageCall; order: OrderView; process: Process }) {
  const { t, format } = call
  const days = order.items.filter((item) => !isOver(item.state)).flatMap((item) => item.promisedOn ?? [])
  const last = days.sort().at(-1)
  return (
    <>
      <PageHead
        above={<OrderState t={t} state={order.state} />}
        title={t('catalogue.order.title', { reference: order.reference })}
      />
      <FormMessages t={t} form={shownForm(t, call.form, 'cancel')} />
      <FormMessages t={t} form={shownForm(t, call.form, 'repeat')} />
      <div class="columns">
        <div class="stack">
          {last && (
            <PromisedDate title={t('catalogue.order.promised', { day: format.day(last) })}>
              {t('catalogue.order.promisedText')}
            </PromisedDate>
          )}
          {order.items.map((item) => (
            <OneItem key={item.id} call={call} item={item} process={process.find((one) => one.itemKey === item.id)} />
          ))}
        </div>
        <aside class="side">
          <section class="card">
            <h2>{t('catalogue.order.facts')}</h2>
            <DescriptionList
              facts={[
                { term: t('catalogue.orders.ordered'), value: format.moment(order.orderedAt) },
                { term: t('catalogue.order.by'), value: order.requester },
                { term: t('catalogue.order.for'), value: order.beneficiary },
                { term: t('catalogue.cart.once'), value: format.money(order.once) },
                {
                  term: t('catalogue.cart.monthly'),
                  value: order.monthly.cents > 0 ? format.money(order.monthly) : null,
                },
                { term: t('catalogue.cart.note'), value: order.note },
              ]}
            />
            {order.request && order.isMine && (
              <LinkButton href={call.url(`/requests/${order.request}`)} icon="message-square-text">
                {t('catalogue.order.request')}
              </LinkButton>
            )}
            {order.isMine && (
              <form method="post">
                <Button look="quiet" name="action" value="repeat" icon="refresh-cw">
                  {t('catalogue.order.repeat')}
                </Button>
              </form>
            )}
          </section>
        </aside>
      </div>
    </>
  )
}

function OneItem({ call, item, process }: { call: PageCall; item: Item; process: Process[number] | undefined }) {
  const { t, format } = call
  return (
    <section class="card">
      <div class="row spread">
        <h2 class="card-title">
          {item.quantity > 1 && `${item.quantity} × `}
          {item.name}
        </h2>
        <span class="tags">
          {item.isChange && <Tag>{t('catalogue.cart.isChange')}</Tag>}
          <OrderState t={t} state={item.state} />
        </span>
      </div>
      <p>
        <Price t={t} format={format} price={item.price} />
      </p>
      <Steps t={t} label={t('catalogue.order.steps')} steps={stepsOf(call, item)} />
      {process && process.stages.length > 0 && <ChainPicture call={call} chain={process} />}
      {process && process.work.length > 0 && <WorkPicture call={call} work={process.work} />}
      {item.answers.length > 0 && (
        <Disclosure title={t('catalogue.order.answers')}>
          <AnswerRows call={call} rows={item.answers} />
        </Disclosure>
      )}
      {item.mayCancel && (
        <Disclosure title={t('catalogue.order.cancel')}>
          <form method="post" class="stack">
            <p>{t('catalogue.order.cancelText')}</p>
            <input type="hidden" name="id" value={item.id} />
            <Button look="danger" name="action" value="cancel">
              {t('catalogue.order.cancelNow')}
            </Button>
          </form>
        </Disclosure>
      )}
    </section>
  )
}

/** The way of an item: what is behind it with its day, where it is, what is ahead. */
function stepsOf({ t, format }: PageCall, { state, history, promisedOn }: Item) {
  const at = (wanted: ItemState) => history.find((one) => one.state === wanted)
  const done = history.map((one) => ({
    title: t(`catalogue.itemState.${one.state}`),
    note: (
      <span class="muted small">
        {format.dayShort(one.at)}
        {one.note && ` · ${one.note}`}
      </span>
    ),
    state: one.state === state && !isOver(state) ? ('current' as const) : ('done' as const),
  }))
  if (isOver(state) || at('delivered')) return done
  const note = promisedOn && <span class="muted small">{format.dayShort(promisedOn)}</span>
  return [...done, { title: t('catalogue.itemState.delivered'), note, state: 'ahead' as const }]
}

function isOver(state: ItemState): boolean {
  return state === 'delivered' || state === 'declined' || state === 'cancelled'
}
