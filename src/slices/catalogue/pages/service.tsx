import type { z } from 'zod'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { LangFragment } from '../../../ui/components/LangFragment.tsx'
import { LinkList } from '../../../ui/components/LinkList.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Prose } from '../../../ui/components/Prose.tsx'
import { definePage, goTo, type PageCall } from '../../../ui/page.ts'
import { renderText } from '../../../ui/render-text.ts'
import { listOwn } from '../operations/list-own.ts'
import { read } from '../operations/read.ts'
import { setFavourite } from '../operations/set-favourite.ts'
import { taxIn } from '../rules.ts'
import type { ServiceView } from '../service-view.ts'
import { Announcements } from './Announcements.tsx'
import { addressOf } from './addresses.ts'
import { Price, priceText } from './Price.tsx'
import { ServicePicture } from './ServiceCards.tsx'
import { StatusTag } from './StatusTag.tsx'

/** A service: what one gets, what it costs, how quickly it is there, and the one button. */
export const servicePage = definePage({
  path: '/services/:key',
  cache: true,
  fields: [],
  async get(call) {
    const { t } = call
    const service: ServiceView = await call.run(read, { key: call.params['key'] ?? '' })
    const own: z.output<typeof listOwn.output> | null = call.actor.personId ? await call.run(listOwn, {}) : null
    return {
      title: service.name,
      description: service.summary,
      ...(service.pictureUrl ? { image: `${call.origin}${service.pictureUrl}?w=1280` } : {}),
      breadcrumbs: [
        { label: t('catalogue.list.title'), href: call.url('/services') },
        ...(service.category
          ? [{ label: service.category.title, href: addressOf(call, '/services', { category: service.category.key }) }]
          : []),
        { label: service.name },
      ],
      structuredData: structuredData(call, service),
      view: <ServiceSheet call={call} service={service} isFavourite={own?.favourites.includes(service.key) ?? null} />,
    }
  },
  post: {
    async favourite(call, fields) {
      const isFavourite = fields.get('isFavourite') === 'yes'
      await call.run(setFavourite, { key: call.params['key'] ?? '', isFavourite })
      return goTo(call.url(call.path), isFavourite ? 'catalogue.favourite.kept' : 'catalogue.favourite.dropped')
    },
  },
})

/** Everything about one service. `isFavourite` null: nobody is signed in. */
export function ServiceSheet({
  call,
  service,
  isFavourite,
  level = 1,
}: {
  call: PageCall
  service: ServiceView
  isFavourite: boolean | null
  level?: 1 | 2
}) {
  const { t } = call
  return (
    <div class="service-sheet">
      {level === 1 ? (
        <PageHead
          above={<StatusTag t={t} status={service.status} />}
          title={
            <LangFragment t={t} page={call.lang} lang={service.lang}>
              {service.name}
            </LangFragment>
          }
          lead={service.summary}
        />
      ) : (
        <>
          <h2>{service.name}</h2>
          <p>{service.summary}</p>
        </>
      )}
      <Announcements call={call} announcements={service.announcements} />
      <div class="columns">
        <div class="stack loose" lang={service.lang === call.lang ? undefined : service.lang}>
          <ServicePicture service={service} big />
          {service.included.length > 0 && (
            <section>
              <h2>{t('catalogue.service.included')}</h2>
              <ul class="checked-list">
                {service.included.map((point) => (
                  <li key={point}>
                    <Icon name="check" />
                    <span>{point}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {service.description && <Markdown call={call} text={service.description} />}
          {service.prerequisites && (
            <section>
              <h2>{t('catalogue.service.prerequisites')}</h2>
              <Markdown call={call} text={service.prerequisites} />
            </section>
          )}
        </div>
        <aside class="side">
          <OrderBox call={call} service={service} isFavourite={isFavourite} />
          {service.related.length > 0 && (
            <section class="card sunk">
              <h2>{t('catalogue.service.related')}</h2>
              <LinkList
                links={service.related.map(({ title, url, lang }) => ({ href: call.url(url), label: title, lang }))}
              />
            </section>
          )}
        </aside>
      </div>
    </div>
  )
}

function Markdown({ call, text }: { call: PageCall; text: string }) {
  return <Prose html={renderText(text, (path) => call.url(path))} />
}

/** The price and the one loud button; or why not. */
function OrderBox({
  call,
  service,
  isFavourite,
}: {
  call: PageCall
  service: ServiceView
  isFavourite: boolean | null
}) {
  const { t, format } = call
  const { price } = service
  const tax = (price.recurring || price.once) && price.taxPercent > 0
  return (
    <section class="card order-box" aria-labelledby="order-box">
      <h2 id="order-box" class="visually-hidden">
        {t('catalogue.service.order')}
      </h2>
      <p class="order-price">
        <Price t={t} format={format} price={price} />
      </p>
      {tax ? (
        <p class="muted small">
          {t('catalogue.price.tax', {
            percent: format.number(price.taxPercent),
            amount: format.money({
              cents: taxIn(price.recurring ?? price.once ?? 0, price.taxPercent),
              currency: price.currency,
            }),
          })}
        </p>
      ) : null}
      <DescriptionList
        facts={[
          service.promiseDays !== null && {
            term: t('catalogue.service.promise'),
            value: t('catalogue.promise.days', { days: service.promiseDays }),
          },
          service.isHeld && {
            term: t('catalogue.service.notice'),
            value: t('catalogue.service.noticeDays', { days: service.noticeDays }),
          },
          service.owner !== null && { term: t('catalogue.service.owner'), value: service.owner },
        ]}
      />
      {service.mayOrder ? (
        <LinkButton href={call.url(`/services/${service.key}/order`)} look="primary" wide icon="shopping-cart">
          {t('catalogue.service.order')}
        </LinkButton>
      ) : (
        <WhyNot call={call} service={service} />
      )}
      <div class="row order-more">
        {isFavourite !== null && (
          <form method="post">
            <input type="hidden" name="isFavourite" value={isFavourite ? 'no' : 'yes'} />
            <Button look="quiet" size="small" name="action" value="favourite" icon="star" aria-pressed={isFavourite}>
              {t(isFavourite ? 'catalogue.favourite.drop' : 'catalogue.favourite.keep')}
            </Button>
          </form>
        )}
        <LinkButton
          look="quiet"
          size="small"
          icon="scale"
          href={addressOf(call, '/services/compare', { with: service.key })}
        >
          {t('catalogue.compare.begin')}
        </LinkButton>
      </div>
    </section>
  )
}

/** Why somebody cannot order this: the rule in words, its owner, and how to get access. */
function WhyNot({ call, service: { why, key } }: { call: PageCall; service: ServiceView }) {
  const { t } = call
  if (!why) return null
  return (
    <>
      <Notice icon="lock" title={t('catalogue.why.title')}>
        <p>{why.words || t('catalogue.why.audience', { audience: why.audience })}</p>
        {why.rule.length > 0 && (
          <details>
            <summary>{t('catalogue.why.rule')}</summary>
            <ul>
              {why.rule.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        )}
        {(why.access || why.owner) && (
          <p>
            <b>{t('catalogue.why.access')}</b> {why.access || t('catalogue.why.askOwner', { owner: why.owner ?? '' })}
          </p>
        )}
      </Notice>
      {why.signIn ? (
        <LinkButton
          href={`${call.url('/sign-in')}?next=${encodeURIComponent(call.url(`/services/${key}`))}`}
          look="primary"
          wide
          icon="log-in"
        >
          {t('catalogue.why.signIn')}
        </LinkButton>
      ) : (
        <LinkButton
          href={addressOf(call, '/contact', { question: t('catalogue.why.question', { service: key }) })}
          wide
          icon="message-square-text"
        >
          {t('catalogue.why.ask')}
        </LinkButton>
      )}
    </>
  )
}

/** What search engines understand of it (schema.org). */
function structuredData(call: PageCall, service: ServiceView): object[] {
  const { price } = service
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'Service',
      name: service.name,
      description: service.summary,
      provider: { '@type': 'Organization', name: call.portal.name },
      offers: {
        '@type': 'Offer',
        price: ((price.recurring ?? price.once ?? 0) / 100).toFixed(2),
        priceCurrency: price.currency,
        description: priceText(call.t, call.format, price),
      },
    },
  ]
}
