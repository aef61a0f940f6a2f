import { EmptyState } from '../../../../../ui/components/EmptyState.tsx'
import { LinkList } from '../../../../../ui/components/LinkList.tsx'
import { PageHead } from '../../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../../ui/components/Pagination.tsx'
import { Tabs } from '../../../../../ui/components/Tabs.tsx'
import { Tag } from '../../../../../ui/components/Tag.tsx'
import { definePage } from '../../../../../ui/page.ts'
import { listKnownErrors } from '../../operations/list-known-errors.ts'
import { deskPage as frame } from '../desk-page.tsx'

export const PATH = '/desk/known-errors'

/** What repeats in many requests. */
export const knownErrorsPage = definePage({
  path: PATH,
  layout: 'work',
  requires: 'requests.work',
  async get(call) {
    const { t, format, now } = call
    const state = call.query['state'] === 'solved' ? 'solved' : 'open'
    const page = await call.run(listKnownErrors, { state, limit: 50, cursor: call.query['cursor'] || undefined })
    const href = (one: string) => `${call.url(PATH)}?state=${one}`
    return frame(call, {
      title: t('requests.desk.knownErrors'),
      filter: null,
      current: PATH,
      view: (
        <>
          <PageHead title={t('requests.desk.knownErrors')} lead={t('requests.desk.error.listLead')} />
          <Tabs
            label={t('requests.desk.knownErrors')}
            tabs={(['open', 'solved'] as const).map((one) => ({
              label: t(`requests.desk.error.state.${one}`),
              href: href(one),
              current: one === state,
            }))}
          />
          {page.items.length === 0 ? (
            <EmptyState icon="circle-check" title={t('requests.desk.error.none')}>
              {t('requests.desk.error.noneText')}
            </EmptyState>
          ) : (
            <LinkList
              links={page.items.map((one) => ({
                href: call.url(`${PATH}/${one.reference}`),
                label: (
                  <>
                    <b>{one.title}</b>{' '}
                    {one.isAnnounced && (
                      <Tag tone="bad" icon="megaphone">
                        {t('requests.desk.incident')}
                      </Tag>
                    )}
                  </>
                ),
                hint: `${one.reference} · ${t('requests.desk.error.attached', { count: one.attached })} · ${format.ago(one.changedAt, now)}`,
              }))}
            />
          )}
          <Pagination
            t={t}
            previous={call.query['cursor'] ? href(state) : null}
            next={page.next ? `${href(state)}&cursor=${encodeURIComponent(page.next)}` : null}
          />
        </>
      ),
    })
  },
})
