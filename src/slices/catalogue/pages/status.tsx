import type { z } from 'zod'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { definePage, type PageCall } from '../../../ui/page.ts'
import { readStatus } from '../operations/read-status.ts'
import { Announcements } from './Announcements.tsx'
import { addressOf } from './addresses.ts'
import { StatusTag } from './StatusTag.tsx'

type Situation = z.output<typeof readStatus.output>

/** How everything works just now, what is planned, and what was. */
export const statusPage = definePage({
  path: '/status',
  cache: true,
  fields: ['cursor'],
  async get(call) {
    const { t, query } = call
    const situation: Situation = await call.run(readStatus, { cursor: query['cursor'] || undefined, limit: 10 })
    const { current, planned, past } = situation
    return {
      title: t('catalogue.statusPage.title'),
      description: t('catalogue.statusPage.lead'),
      breadcrumbs: [{ label: call.portal.name, href: call.url('/') }, { label: t('catalogue.statusPage.title') }],
      view: (
        <>
          <PageHead title={t('catalogue.statusPage.title')} lead={t('catalogue.statusPage.lead')} />
          {current.length === 0 ? (
            <Notice tone="good" title={t('catalogue.statusPage.allWorks')}>
              {t('catalogue.statusPage.asOf', { at: call.format.moment(call.now) })}
            </Notice>
          ) : (
            <Announcements call={call} announcements={current} withServices />
          )}
          {planned.length > 0 && (
            <section class="section">
              <h2>{t('catalogue.statusPage.planned')}</h2>
              <Announcements call={call} announcements={planned} withServices />
            </section>
          )}
          <section class="section">
            <h2>{t('catalogue.statusPage.services')}</h2>
            <Services call={call} services={situation.services} />
          </section>
          <section class="section">
            <h2>{t('catalogue.statusPage.past')}</h2>
            {past.items.length === 0 ? (
              <p class="muted">{t('catalogue.statusPage.noPast')}</p>
            ) : (
              <Announcements call={call} announcements={past.items} withServices />
            )}
            <Pagination
              t={t}
              previous={query['cursor'] ? call.url('/status') : null}
              next={past.next ? addressOf(call, '/status', { cursor: past.next }) : null}
            />
          </section>
        </>
      ),
    }
  },
})

/** One line a service, grouped by category. */
function Services({ call, services }: { call: PageCall; services: Situation['services'] }) {
  const { t } = call
  if (services.length === 0)
    return (
      <EmptyState icon="package" level={3} title={t('catalogue.list.none')}>
        {t('catalogue.list.noneText')}
      </EmptyState>
    )
  const groups = Map.groupBy(services, (service) => service.category?.title ?? '')
  return (
    <div class="status-groups">
      {[...groups].map(([title, list]) => (
        <section key={title} class="card">
          {title && <h3 class="card-title">{title}</h3>}
          <ul class="status-list">
            {list.map((service) => (
              <li key={service.key}>
                <a href={call.url(`/services/${service.key}`)} lang={service.lang}>
                  {service.name}
                </a>
                <StatusTag t={t} status={service.status} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
