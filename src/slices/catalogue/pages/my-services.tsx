import { LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { definePage, type PageCall } from '../../../ui/page.ts'
import type { HeldView } from '../held-view.ts'
import { listHeld } from '../operations/list-held.ts'
import { HeldState } from './HeldState.tsx'
import { Price } from './Price.tsx'
import { ServicePicture } from './ServiceCards.tsx'

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
              <HeldState call={call} held={one} />
            </div>
          </article>
        </li>
      ))}
    </ul>
  )
}
