import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../ui/components/Pagination.tsx'
import { Tabs } from '../../../ui/components/Tabs.tsx'
import { definePage, goTo } from '../../../ui/page.ts'
import { listNotifications } from '../operations/list-notifications.ts'
import { markRead } from '../operations/mark-read.ts'

const SHOWS = ['all', 'unread'] as const

/** What one was told. Reading what it leads to is reading it. */
export const notificationsPage = definePage({
  path: '/notifications',
  requires: 'signed-in',
  async get(call) {
    const { t, format } = call
    const show = call.query['show'] === 'unread' ? 'unread' : 'all'
    const page = await call.run(listNotifications, { show, cursor: call.query['cursor'] || undefined })
    const href = (query: string) => `${call.url('/notifications')}?${query}`
    return {
      title: t('notices.title'),
      breadcrumbs: [{ label: t('notices.title') }],
      view: (
        <>
          <PageHead
            title={t('notices.title')}
            actions={
              <>
                {page.items.some((item) => !item.isRead) && (
                  <form method="post">
                    <Button icon="check">{t('notices.readAll')}</Button>
                  </form>
                )}
                <LinkButton href={call.url('/account/notifications')} icon="settings" look="quiet">
                  {t('notices.choose')}
                </LinkButton>
              </>
            }
          />
          <Tabs
            label={t('notices.views')}
            tabs={SHOWS.map((one) => ({
              label: t(`notices.${one}`),
              href: href(`show=${one}`),
              current: one === show,
            }))}
          />
          {page.items.length === 0 ? (
            <EmptyState icon="bell" title={t('notices.none')}>
              {t('notices.noneText')}
            </EmptyState>
          ) : (
            <ol class="results notices">
              {page.items.map((item) => (
                <li key={item.id} class={item.isRead ? 'notice-item' : 'notice-item is-unread'}>
                  <a href={call.url(item.path)}>
                    {!item.isRead && <span class="visually-hidden">{t('notices.isNew')} </span>}
                    {item.title}
                  </a>
                  {item.text && <p>{item.text}</p>}
                  <p class="muted small">{format.ago(item.at, call.now)}</p>
                </li>
              ))}
            </ol>
          )}
          <Pagination
            t={t}
            previous={call.query['cursor'] ? href(`show=${show}`) : null}
            next={page.next ? href(`show=${show}&cursor=${encodeURIComponent(page.next)}`) : null}
          />
        </>
      ),
    }
  },
  post: {
    async default(call) {
      await call.run(markRead, {})
      return goTo(call.url('/notifications'))
    },
  },
})
