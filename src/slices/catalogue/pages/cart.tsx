import type { z } from 'zod'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Select } from '../../../ui/components/Select.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../ui/page.ts'
import { changeCart } from '../operations/change-cart.ts'
import { fillInAgain } from '../operations/fill-in.ts'
import { listBeneficiaries, orderFor } from '../operations/order-for.ts'
import { placeOrder } from '../operations/place-order.ts'
import { type CartView, readCart } from '../operations/read-cart.ts'
import { Price, priceText } from './Price.tsx'
import { ServicePicture } from './ServiceCards.tsx'

type Cart = z.output<typeof CartView>

/** What is about to be ordered: how many, for whom, what it costs; and the one button. */
export const cartPage = definePage({
  path: '/cart',
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const cart: Cart = await call.run(readCart, {})
    return {
      title: t('catalogue.cart.title'),
      noIndex: true,
      breadcrumbs: [
        { label: t('catalogue.list.title'), href: call.url('/services') },
        { label: t('catalogue.cart.title') },
      ],
      view: (
        <>
          <PageHead title={t('catalogue.cart.title')} />
          {cart.items.length === 0 ? (
            <EmptyState
              icon="shopping-cart"
              title={t('catalogue.cart.empty')}
              action={
                <LinkButton href={call.url('/services')} look="primary">
                  {t('catalogue.cart.browse')}
                </LinkButton>
              }
            >
              {t('catalogue.cart.emptyText')}
            </EmptyState>
          ) : (
            <div class="columns">
              <div class="stack">
                <FormMessages t={t} form={shownForm(t, call.form, 'change')} />
                <ul class="cart-items">
                  {cart.items.map((item) => (
                    <li key={item.id} class="card">
                      <Item call={call} item={item} />
                    </li>
                  ))}
                </ul>
                {cart.mayOrderForOthers && <ForWhom call={call} cart={cart} colleagues={await colleaguesOf(call)} />}
              </div>
              <aside class="side">
                <Checkout call={call} cart={cart} />
              </aside>
            </div>
          )}
        </>
      ),
    }
  },
  post: {
    async change(call, fields) {
      await call.run(changeCart, { id: fields.get('id'), quantity: fields.get('quantity') })
      return goTo(call.url('/cart'))
    },
    async remove(call, fields) {
      await call.run(changeCart, { id: fields.get('id'), quantity: 0 })
      return goTo(call.url('/cart'), 'catalogue.flash.removed')
    },
    async fill(call, fields) {
      const { address } = await call.run(fillInAgain, { id: fields.get('id') })
      return { redirect: call.url(`/fill/${address}`) }
    },
    async forWhom(call, fields) {
      await call.run(orderFor, { person: fields.optional('person') ?? null })
      return goTo(call.url('/cart'), 'catalogue.flash.forWhom')
    },
    async order(call, fields) {
      const order = await call.run(placeOrder, {
        round: fields.get('round'),
        once: fields.get('once'),
        monthly: fields.get('monthly'),
        note: fields.optional('note'),
      })
      return goTo(call.url(`/orders/${order.reference}`), 'catalogue.flash.ordered', { reference: order.reference })
    },
  },
})

async function colleaguesOf(call: PageCall) {
  return (await call.run(listBeneficiaries, { search: call.query['search'] || undefined })).items
}

function Item({ call, item }: { call: PageCall; item: Cart['items'][number] }) {
  const { t, format } = call
  const { service } = item
  return (
    <div class="cart-item">
      {service && <ServicePicture service={service} />}
      <div class="stack tight">
        <h2 class="card-title">
          {service ? <a href={call.url(`/services/${service.key}`)}>{item.name}</a> : item.name}
        </h2>
        {item.isChange && <Tag tone="accent">{t('catalogue.cart.isChange')}</Tag>}
        <p>
          <Price t={t} format={format} price={item.price} />
        </p>
        {item.priceBefore && (
          <Notice tone="warn">
            {t('catalogue.cart.priceWas', { before: priceText(t, format, item.priceBefore) })}
          </Notice>
        )}
        {item.hindrance && <Notice tone="bad">{t(`catalogue.cart.hindrance.${item.hindrance}`)}</Notice>}
        <div class="row cart-actions">
          {item.mostAtOnce > 1 && !item.hindrance && (
            <form method="post" class="row">
              <input type="hidden" name="id" value={item.id} />
              <TextInput
                t={t}
                id={`quantity-${item.id}`}
                name="quantity"
                type="number"
                min={1}
                max={item.mostAtOnce}
                width="short"
                value={item.quantity}
                label={`${t('catalogue.cart.quantity')}: ${item.name}`}
                hideLabel
              />
              <Button size="small" name="action" value="change">
                {t('catalogue.cart.change')}
                <span class="visually-hidden"> {item.name}</span>
              </Button>
            </form>
          )}
          {service && (item.hasForm || item.hindrance === 'formChanged') && (
            <form method="post">
              <input type="hidden" name="id" value={item.id} />
              <Button
                size="small"
                look={item.hindrance === 'formChanged' ? 'default' : 'quiet'}
                name="action"
                value="fill"
                icon="square-pen"
              >
                {t('catalogue.cart.answers')}
                <span class="visually-hidden"> {item.name}</span>
              </Button>
            </form>
          )}
          <form method="post">
            <input type="hidden" name="id" value={item.id} />
            <Button size="small" look="quiet" name="action" value="remove" icon="trash-2">
              {t('catalogue.cart.remove')}
              <span class="visually-hidden"> {item.name}</span>
            </Button>
          </form>
        </div>
      </div>
    </div>
  )
}

function ForWhom({
  call,
  cart,
  colleagues,
}: {
  call: PageCall
  cart: Cart
  colleagues: readonly { id: string; name: string }[]
}) {
  const { t } = call
  const form = shownForm(t, call.form, 'forWhom')
  const known = cart.beneficiary && !colleagues.some((one) => one.id === cart.beneficiary?.id) ? [cart.beneficiary] : []
  return (
    <form method="post" class="card with-action">
      <FormMessages t={t} form={form} />
      <Select
        {...form.field('person', cart.beneficiary?.id)}
        optional
        label={t('catalogue.cart.forWhom')}
        hint={t('catalogue.cart.forWhomHint')}
        empty={t('catalogue.cart.forMe')}
        options={[...known, ...colleagues].map((one) => ({ value: one.id, label: one.name }))}
      />
      <Button name="action" value="forWhom">
        {t('catalogue.cart.takeOver')}
      </Button>
    </form>
  )
}

function Checkout({ call, cart }: { call: PageCall; cart: Cart }) {
  const { t, format } = call
  const form = shownForm(t, call.form, 'order')
  const isReady = cart.items.every((item) => item.hindrance === null)
  return (
    <form method="post" class="card order-box">
      <h2>{t('catalogue.cart.sum')}</h2>
      <FormMessages t={t} form={form} />
      <dl class="sums">
        <dt>{t('catalogue.cart.once')}</dt>
        <dd>{format.money(cart.once)}</dd>
        <dt>{t('catalogue.cart.monthly')}</dt>
        <dd>{format.money(cart.monthly)}</dd>
      </dl>
      <p class="muted small">{t('catalogue.cart.taxIncluded')}</p>
      <p>
        {cart.beneficiary ? t('catalogue.cart.isFor', { name: cart.beneficiary.name }) : t('catalogue.cart.isForMe')}
      </p>
      <input type="hidden" name="round" value={cart.round} />
      <input type="hidden" name="once" value={cart.once.cents} />
      <input type="hidden" name="monthly" value={cart.monthly.cents} />
      <TextArea {...form.field('note')} optional rows={2} label={t('catalogue.cart.note')} maxLength={2000} />
      {isReady ? (
        <Button look="primary" wide name="action" value="order" icon="check">
          {t('catalogue.cart.order')}
        </Button>
      ) : (
        <Notice tone="warn">{t('catalogue.cart.notReady')}</Notice>
      )}
      <LinkButton look="quiet" href={call.url('/services')}>
        {t('catalogue.cart.browse')}
      </LinkButton>
    </form>
  )
}
