import type { ComponentChildren } from 'preact'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Select } from '../../../ui/components/Select.tsx'
import { definePage, type PageCall } from '../../../ui/page.ts'
import { compare, MOST_COMPARED } from '../operations/compare.ts'
import { list } from '../operations/list.ts'
import type { ServiceView } from '../service-view.ts'
import { Price } from './Price.tsx'
import { ServicePicture } from './ServiceCards.tsx'
import { StatusTag } from './StatusTag.tsx'

/** Two to four services side by side. */
export const comparePage = definePage({
  path: '/services/compare',
  async get(call) {
    const { t } = call
    const keys = call.queryAll('with').filter(Boolean)
    const services: ServiceView[] = keys.length > 0 ? (await call.run(compare, { keys })).items : []
    const choices = await call.run(list, { limit: 100 })
    const left = choices.items.filter((one) => !services.some((service) => service.key === one.key))
    return {
      title: t('catalogue.compare.title'),
      noIndex: true,
      wide: services.length > 2,
      breadcrumbs: [
        { label: t('catalogue.list.title'), href: call.url('/services') },
        { label: t('catalogue.compare.title') },
      ],
      view: (
        <>
          <PageHead title={t('catalogue.compare.title')} lead={t('catalogue.compare.lead')} />
          {services.length > 0 ? (
            <Side call={call} services={services} />
          ) : (
            <EmptyState icon="scale" title={t('catalogue.compare.none')}>
              {t('catalogue.compare.noneText')}
            </EmptyState>
          )}
          {services.length < MOST_COMPARED && left.length > 0 && (
            <form class="form narrow section row" method="get">
              {services.map((service) => (
                <input key={service.key} type="hidden" name="with" value={service.key} />
              ))}
              <Select
                t={t}
                name="with"
                label={t('catalogue.compare.add')}
                options={left.map(({ key, name }) => ({ value: key, label: name }))}
                empty={t('catalogue.compare.choose')}
              />
              <Button look={services.length < 2 ? 'primary' : 'default'} icon="plus">
                {t('catalogue.compare.addButton')}
              </Button>
            </form>
          )}
        </>
      ),
    }
  },
})

function Side({ call, services }: { call: PageCall; services: readonly ServiceView[] }) {
  const { t, format } = call
  const rows: [string, (service: ServiceView) => ComponentChildren][] = [
    [t('catalogue.compare.price'), (service) => <Price t={t} format={format} price={service.price} />],
    [
      t('catalogue.service.promise'),
      ({ promiseDays }) => (promiseDays === null ? '–' : t('catalogue.promise.days', { days: promiseDays })),
    ],
    [t('catalogue.filter.status'), ({ status }) => <StatusTag t={t} status={status} />],
    [t('catalogue.compare.what'), ({ summary }) => summary],
    [
      t('catalogue.service.included'),
      ({ included }) => (
        <ul>
          {included.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      ),
    ],
    [
      t('catalogue.service.notice'),
      ({ isHeld, noticeDays }) => (isHeld ? t('catalogue.service.noticeDays', { days: noticeDays }) : '–'),
    ],
    [t('catalogue.compare.forMe'), ({ mayOrder }) => t(mayOrder ? 'catalogue.compare.yes' : 'catalogue.compare.no')],
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide content that scrolls must be reachable by keyboard
    <section class="compare" aria-label={t('catalogue.compare.title')} tabIndex={0}>
      <table class="table">
        <caption class="visually-hidden">{t('catalogue.compare.title')}</caption>
        <thead>
          <tr>
            <td />
            {services.map((service) => (
              <th key={service.key} scope="col">
                <ServicePicture service={service} />
                <a href={call.url(`/services/${service.key}`)}>{service.name}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, cell]) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {services.map((service) => (
                <td key={service.key}>{cell(service)}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">
              <span class="visually-hidden">{t('catalogue.service.order')}</span>
            </th>
            {services.map((service) => (
              <td key={service.key}>
                <LinkButton href={call.url(`/services/${service.key}${service.mayOrder ? '/order' : ''}`)}>
                  {t(service.mayOrder ? 'catalogue.service.order' : 'catalogue.compare.see')}
                </LinkButton>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}
