import type { z } from 'zod'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Icon, iconOf } from '../../../ui/components/Icon.tsx'
import { LangFragment } from '../../../ui/components/LangFragment.tsx'
import { LinkList } from '../../../ui/components/LinkList.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { definePage, type PageCall } from '../../../ui/page.ts'
import { list } from '../operations/list.ts'
import { listJourneys } from '../operations/list-journeys.ts'

/** So many stand together, whatever their topics: a heading above each would leave the page empty. */
const FEW = 9

type Item = z.output<typeof list.output>['items'][number]

/** Guided help by topic, and what was begun and not ended. */
export const listPage = definePage({
  path: '/guided-help',
  cache: true,
  fields: ['cursor'],
  async get(call) {
    const { t } = call
    const cursor = call.query['cursor']
    const { items, next } = await call.run(list, { limit: 60, ...(cursor ? { cursor } : {}) })
    const going = call.actor.personId ? (await call.run(listJourneys, { limit: 5 })).items : []
    const topics = Map.groupBy(items, (item) => item.topic)
    return {
      title: t('flows.list.title'),
      description: t('flows.list.lead'),
      breadcrumbs: [{ label: call.portal.name, href: call.url('/') }, { label: t('flows.list.title') }],
      view: (
        <>
          <PageHead title={t('flows.list.title')} lead={t('flows.list.lead')} />
          {going.length > 0 && (
            <section>
              <h2>{t('flows.list.going')}</h2>
              <LinkList
                links={going.map((one) => ({
                  href: call.url(`/guided-help/${one.key}/${one.link}`),
                  label: one.title,
                  hint: `${one.question} · ${call.format.ago(one.changedAt, call.now)}`,
                }))}
              />
            </section>
          )}
          {items.length === 0 && (
            <EmptyState
              icon="route"
              title={t('flows.list.none')}
              action={
                <LinkButton look="primary" icon="message-square-text" href={call.url('/contact')}>
                  {t('flows.end.person')}
                </LinkButton>
              }
            >
              {t('flows.list.noneText')}
            </EmptyState>
          )}
          {items.length > 0 && items.length <= FEW && (
            <div class="tiles">
              {items.map((flow) => (
                <FlowTile key={flow.key} call={call} flow={flow} showsTopic={topics.size > 1} />
              ))}
            </div>
          )}
          {(items.length > FEW ? [...topics] : []).map(([topic, flows]) => (
            <section class="section" key={topic}>
              <h2>{topic || t('flows.list.other')}</h2>
              <div class="tiles">
                {flows.map((flow) => (
                  <FlowTile key={flow.key} call={call} flow={flow} />
                ))}
              </div>
            </section>
          ))}
          <Pagination
            t={t}
            previous={cursor ? call.url('/guided-help') : null}
            next={next ? `${call.url('/guided-help')}?cursor=${next}` : null}
          />
        </>
      ),
    }
  },
})

function FlowTile({ call, flow, showsTopic }: { call: PageCall; flow: Item; showsTopic?: boolean }) {
  return (
    <a class="tile" href={call.url(`/guided-help/${flow.key}`)}>
      <span class="tile-icon">
        <Icon name={iconOf(flow.icon, 'route')} big />
      </span>
      <span>
        {showsTopic && flow.topic && <span class="tile-note">{flow.topic}</span>}
        <span class="tile-title">
          <LangFragment t={call.t} page={call.lang} lang={flow.lang}>
            {flow.title}
          </LangFragment>
        </span>
        <span class="tile-note" lang={flow.lang === call.lang ? undefined : flow.lang}>
          {flow.lead}
        </span>
      </span>
    </a>
  )
}
