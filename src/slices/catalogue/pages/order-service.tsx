import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../ui/page.ts'
import { fillIn, readFilledIn } from '../operations/fill-in.ts'
import { putInCart } from '../operations/put-in-cart.ts'
import { read } from '../operations/read.ts'
import { readHeld } from '../operations/read-held.ts'
import { refillItem } from '../operations/refill-item.ts'
import type { ServiceView } from '../service-view.ts'
import { AnswerRows } from './AnswerRows.tsx'
import { Price } from './Price.tsx'

/** On the way into the cart: how many, and the form where there is one. */
export const orderServicePage = definePage({
  path: '/services/:key/order',
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const service: ServiceView = await call.run(read, { key: keyOf(call) })
    // Who may not order is told why, where it is said.
    if (!service.mayOrder) return { redirect: call.url(`/services/${service.key}`) }
    return {
      title: t('catalogue.order.one', { name: service.name }),
      noIndex: true,
      breadcrumbs: [
        { label: t('catalogue.list.title'), href: call.url('/services') },
        { label: service.name, href: call.url(`/services/${service.key}`) },
        { label: t('catalogue.service.order') },
      ],
      view: <OrderForm call={call} service={service} rows={await answersOf(call)} />,
    }
  },
  post: {
    async fill(call) {
      const { address } = await call.run(fillIn, { key: keyOf(call), draft: call.query['draft'] || undefined })
      return { redirect: call.url(`/fill/${address}`) }
    },
    async put(call, fields) {
      await call.run(putInCart, {
        key: keyOf(call),
        quantity: fields.get('quantity') || 1,
        draft: call.query['draft'] || undefined,
      })
      return goTo(call.url('/cart'), 'catalogue.flash.inCart')
    },
  },
})

/** One of my services, as it is to be from now on. */
export const changeHeldPage = definePage({
  path: '/my-services/:id/change',
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const held = await call.run(readHeld, { id: idOf(call) })
    const service: ServiceView = await call.run(read, { key: held.key })
    return {
      title: t('catalogue.held.change', { name: held.name }),
      noIndex: true,
      breadcrumbs: [
        { label: t('catalogue.held.title'), href: call.url('/my-services') },
        { label: held.name, href: call.url(`/my-services/${held.id}`) },
        { label: t('catalogue.held.changeShort') },
      ],
      view: <OrderForm call={call} service={service} rows={await answersOf(call)} quantity={held.quantity} isChange />,
    }
  },
  post: {
    async fill(call) {
      const held = await call.run(readHeld, { id: idOf(call) })
      const { address } = await call.run(fillIn, { key: held.key, changes: held.id })
      return { redirect: call.url(`/fill/${address}`) }
    },
    async put(call, fields) {
      const held = await call.run(readHeld, { id: idOf(call) })
      await call.run(putInCart, {
        key: held.key,
        changes: held.id,
        quantity: fields.get('quantity') || 1,
        draft: call.query['draft'] || undefined,
      })
      return goTo(call.url('/cart'), 'catalogue.flash.inCart')
    },
  },
})

/** New answers for something that lies in the cart. */
export const refillItemPage = definePage({
  path: '/cart/items/:id',
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const rows = await answersOf(call)
    if (!rows) return { redirect: call.url('/cart') }
    return {
      title: t('catalogue.cart.answers'),
      noIndex: true,
      breadcrumbs: [
        { label: t('catalogue.cart.title'), href: call.url('/cart') },
        { label: t('catalogue.cart.answers') },
      ],
      view: (
        <div class="narrow">
          <PageHead title={t('catalogue.cart.answers')} />
          <form method="post" class="form">
            <FormMessages t={t} form={shownForm(t, call.form)} />
            <AnswerRows call={call} rows={rows} />
            <FormActions>
              <Button look="primary">{t('catalogue.cart.takeOver')}</Button>
            </FormActions>
          </form>
        </div>
      ),
    }
  },
  post: {
    async default(call) {
      await call.run(refillItem, { id: idOf(call), draft: call.query['draft'] ?? '' })
      return goTo(call.url('/cart'), 'catalogue.flash.answers')
    },
  },
})

const keyOf = (call: PageCall) => call.params['key'] ?? ''
const idOf = (call: PageCall) => call.params['id'] ?? ''

/** The answers that somebody comes back with from the form; null before it was filled in. */
async function answersOf(call: PageCall) {
  const draft = call.query['draft']
  if (!draft) return null
  const { rows, isComplete } = await call.run(readFilledIn, { draft })
  return isComplete ? rows : null
}

interface OrderFormProps {
  call: PageCall
  service: ServiceView
  rows: Awaited<ReturnType<typeof answersOf>>
  quantity?: number
  isChange?: boolean
}

function OrderForm({ call, service, rows, quantity = 1, isChange = false }: OrderFormProps) {
  const { t, format } = call
  const form = shownForm(t, call.form, 'put')
  const asks = service.formKey !== null && rows === null
  return (
    <div class="narrow">
      <PageHead
        title={t(isChange ? 'catalogue.held.change' : 'catalogue.order.one', { name: service.name })}
        lead={asks ? t(call.query['draft'] ? 'catalogue.order.formBegun' : 'catalogue.order.formLead') : undefined}
      />
      <form method="post" class="form card">
        <FormMessages t={t} form={form} />
        <p class="order-price">
          <Price t={t} format={format} price={service.price} />
        </p>
        {rows && (
          <section>
            <h2 class="card-title">{t('catalogue.order.answers')}</h2>
            <AnswerRows call={call} rows={rows} />
            <p class="small">
              <a href={call.url(`/fill/${call.query['draft']}`)}>{t('catalogue.order.mend')}</a>
            </p>
          </section>
        )}
        {!asks && service.mostAtOnce > 1 && (
          <TextInput
            {...form.field('quantity', String(quantity))}
            type="number"
            min={1}
            max={service.mostAtOnce}
            width="short"
            label={t('catalogue.cart.quantity')}
            hint={t('catalogue.order.most', { most: service.mostAtOnce })}
          />
        )}
        <FormActions>
          {asks ? (
            <Button look="primary" name="action" value="fill" icon="square-pen">
              {t('catalogue.order.fill')}
            </Button>
          ) : (
            <Button look="primary" name="action" value="put" icon="shopping-cart">
              {t('catalogue.order.put')}
            </Button>
          )}
          <LinkButton look="quiet" href={call.url(isChange ? '/my-services' : `/services/${service.key}`)}>
            {t('catalogue.order.back')}
          </LinkButton>
        </FormActions>
      </form>
    </div>
  )
}
