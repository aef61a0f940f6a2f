import { Icon, iconOf } from '../../../ui/components/Icon.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import type { PageCall } from '../../../ui/page.ts'
import type { ServiceCard } from '../views.ts'
import { Price } from './Price.tsx'
import { StatusTag } from './StatusTag.tsx'

/** Services as in a shop window: picture, name, what it costs and how quickly it is there. */
export function ServiceCards({
  call,
  services,
  level = 2,
}: {
  call: PageCall
  services: readonly ServiceCard[]
  level?: 2 | 3
}) {
  return (
    <ul class="service-cards">
      {services.map((service) => (
        <li key={service.key}>
          <OneCard call={call} service={service} level={level} />
        </li>
      ))}
    </ul>
  )
}

function OneCard({ call, service, level }: { call: PageCall; service: ServiceCard; level: 2 | 3 }) {
  const { t, format } = call
  const Title = `h${level}` as 'h2'
  return (
    <article class="card link service-card" lang={service.lang === call.lang ? undefined : service.lang}>
      <ServicePicture service={service} />
      <div class="service-card-words">
        <Title class="card-title">
          <a href={call.url(`/services/${service.key}`)}>{service.name}</a>
        </Title>
        <p class="muted small">{service.summary}</p>
      </div>
      <div class="service-card-foot">
        <Price t={t} format={format} price={service.price} />
        {service.status !== 'works' && <StatusTag t={t} status={service.status} />}
        {!service.mayOrder && <Tag icon="lock">{t('catalogue.card.notForYou')}</Tag>}
        {service.status === 'works' && service.mayOrder && service.promiseDays !== null && (
          <span class="muted small">{t('catalogue.promise.days', { days: service.promiseDays })}</span>
        )}
      </div>
    </article>
  )
}

/** The picture of a service, or its icon on a coloured ground. Decoration: the name stands beside it. */
export function ServicePicture({ service, big }: { service: Pick<ServiceCard, 'pictureUrl' | 'icon'>; big?: boolean }) {
  return (
    <div class="service-picture">
      {service.pictureUrl ? (
        <img
          src={`${service.pictureUrl}?w=640`}
          srcset={[320, 640, 960, 1280].map((width) => `${service.pictureUrl}?w=${width} ${width}w`).join(', ')}
          sizes={big ? '(min-width: 60rem) 44rem, 100vw' : '(min-width: 60rem) 18rem, (min-width: 36rem) 50vw, 100vw'}
          alt=""
          width="1200"
          height="630"
          loading={big ? 'eager' : 'lazy'}
          decoding="async"
        />
      ) : (
        <Icon name={iconOf(service.icon, 'package')} big />
      )}
    </div>
  )
}
