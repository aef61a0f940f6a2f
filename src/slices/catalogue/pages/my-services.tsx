import { refuse } from '../../../kernel/refusal.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { CheckboxField } from '../../../ui/components/Checkbox.tsx'
import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Tag, type Tone } from '../../../ui/components/Tag.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../ui/page.ts'
import type { HeldView } from '../held-view.ts'
import { cancelHeld } from '../operations/cancel-held.ts'
import { keepHeld } from '../operations/keep-held.ts'
import { listHeld } from '../operations/list-held.ts'
import { readHeld } from '../operations/read-held.ts'
import { Price } from './Price.tsx'
import { ServicePicture } from './ServiceCards.tsx'

const TONES: Record<HeldView['state'], Tone> = { active: 'good', ending: 'warn', ended: 'plain' }

/** What I have, and what it costs every month. */
export const myServicesPage = definePage({
  path: '/my-services',
  requires: 'signed-in',
  async get(call) {
    const { t, format } = call
    const { items, monthly } = await call.run(listHeld, {})
    const running = items.filter((one) => one.state !== 'ended')
    const ended = items.filter((one) => one.state === 'ended')
    return {
      title: t('catalogue.held.title'),
      breadcrumbs: [
        { label: t('catalogue.list.title'), href: call.url('/services') },
        { label: t('catalogue.held.title') },
      ],
      view: (
        <>
          <PageHead
            title={t('catalogue.held.title')}
            lead={
              running.length > 0
                ? t('catalogue.held.sum', { amount: format.money(monthly), count: running.length })
                : undefined
            }
          />
          {running.length === 0 && (
            <EmptyState
              icon="package"
              title={t('catalogue.held.none')}
              action={
                <LinkButton href={call.url('/services')} look="primary">
                  {t('catalogue.cart.browse')}
                </LinkButton>
              }
            >
              {t('catalogue.held.noneText')}
            </EmptyState>
          )}
          <List call={call} held={running} />
          {ended.length > 0 && (
            <section class="section">
              <h2>{t('catalogue.held.endedTitle')}</h2>
              <List call={call} held={ended} />
            </section>
          )}
        </>
      ),
    }
  },
})

function List({ call, held }: { call: PageCall; held: readonly HeldView[] }) {
  const { t, format } = call
  if (held.length === 0) return null
  return (
    <ul class="service-cards">
      {held.map((one) => (
        <li key={one.id}>
          <article class="card link service-card">
            <ServicePicture service={one} />
            <div class="service-card-words">
              <h2 class="card-title">
                <a href={call.url(`/my-services/${one.id}`)}>
                  {one.quantity > 1 && `${one.quantity} × `}
                  {one.name}
                </a>
              </h2>
              <p class="muted small">{t('catalogue.held.since', { day: format.dayShort(one.since) })}</p>
            </div>
            <div class="service-card-foot">
              <Price t={t} format={format} price={{ ...one.price, once: null }} />
              <Tag tone={TONES[one.state]}>{stateText(call, one)}</Tag>
            </div>
          </article>
        </li>
      ))}
    </ul>
  )
}

function stateText({ t, format }: PageCall, { state, endsOn }: HeldView): string {
  return endsOn
    ? t(`catalogue.held.state.${state}`, { day: format.dayShort(endsOn) })
    : t('catalogue.held.state.active')
}

/** One of my services: change it, cancel it, or take the cancellation back. */
export const myServicePage = definePage({
  path: '/my-services/:id',
  requires: 'signed-in',
  async get(call) {
    const { t, format } = call
    const held: HeldView = await call.run(readHeld, { id: idOf(call) })
    return {
      title: held.name,
      noIndex: true,
      breadcrumbs: [{ label: t('catalogue.held.title'), href: call.url('/my-services') }, { label: held.name }],
      view: (
        <>
          <PageHead above={<Tag tone={TONES[held.state]}>{stateText(call, held)}</Tag>} title={held.name} />
          <div class="columns">
            <div class="stack">
              <ServicePicture service={held} big />
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
                  ]}
                />
                {held.mayChange && (
                  <LinkButton href={call.url(`/my-services/${held.id}/change`)} look="primary" wide icon="pencil">
                    {t('catalogue.held.changeShort')}
                  </LinkButton>
                )}
              </section>
            </aside>
          </div>
        </>
      ),
    }
  },
  post: {
    async cancel(call, fields) {
      if (!fields.has('sure')) throw refuse.field('sure', 'catalogue.refusal.sure')
      await call.run(cancelHeld, { id: idOf(call), endsOn: fields.get('endsOn') })
      return goTo(call.url(call.path), 'catalogue.flash.cancelled')
    },
    async keep(call) {
      await call.run(keepHeld, { id: idOf(call) })
      return goTo(call.url(call.path), 'catalogue.flash.keptService')
    },
  },
})

const idOf = (call: PageCall) => call.params['id'] ?? ''

function Cancel({ call, held }: { call: PageCall; held: HeldView }) {
  const { t, format } = call
  const form = shownForm(t, call.form, 'cancel')
  return (
    <form method="post" class="card">
      <h2>{t('catalogue.held.cancelTitle')}</h2>
      <FormMessages t={t} form={form} />
      <p>{t('catalogue.held.cancelText', { day: format.day(held.wouldEndOn) })}</p>
      <input type="hidden" name="endsOn" value={held.wouldEndOn} />
      <CheckboxField t={t} name="sure" label={t('catalogue.held.sure')} error={form.error('sure')} />
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
