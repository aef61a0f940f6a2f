import type { z } from 'zod'
import { LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage } from '../../../../ui/page.ts'
import { listAnnouncements } from '../../operations/list-announcements.ts'
import { addressOf } from '../addresses.ts'
import { StatusTag } from '../StatusTag.tsx'

type Kept = z.output<typeof listAnnouncements.output>
const LIST = '/admin/announcements'

/** What was announced about services, newest first. */
export const announcementsPage = definePage({
  path: LIST,
  layout: 'admin',
  requires: 'catalogue.announce',
  async get(call) {
    const { t, format, query } = call
    const page: Kept = await call.run(listAnnouncements, { cursor: query['cursor'] || undefined, limit: 30 })
    const add = (
      <LinkButton look="primary" icon="plus" href={call.url(`${LIST}/new`)}>
        {t('catalogue.announcement.new')}
      </LinkButton>
    )
    return {
      title: t('catalogue.nav.announcements'),
      noIndex: true,
      view: (
        <>
          <PageHead
            title={t('catalogue.nav.announcements')}
            lead={t('catalogue.announcement.lead')}
            actions={page.items.length > 0 && add}
          />
          <DataTable
            caption={t('catalogue.nav.announcements')}
            hideCaption
            rows={page.items}
            rowKey={(row) => row.id}
            empty={
              <EmptyState icon="circle-check" title={t('catalogue.announcement.none')} action={add}>
                {t('catalogue.announcement.noneText')}
              </EmptyState>
            }
            columns={[
              {
                title: t('catalogue.announcement.title'),
                head: true,
                cell: (row) => <a href={call.url(`${LIST}/${row.id}`)}>{row.title}</a>,
              },
              {
                title: t('catalogue.announcement.kind'),
                cell: (row) =>
                  row.endedAt ? (
                    <Tag>{t('catalogue.announcement.was')}</Tag>
                  ) : new Date(row.startsAt) > call.now ? (
                    <Tag tone="accent">{t('catalogue.announcement.planned')}</Tag>
                  ) : (
                    <StatusTag t={t} status={row.kind} />
                  ),
              },
              {
                title: t('catalogue.announcement.services'),
                cell: (row) => row.services.map((one) => one.name).join(', '),
              },
              { title: t('catalogue.announcement.from'), cell: (row) => format.moment(row.startsAt) },
              {
                title: t('catalogue.announcement.until'),
                cell: (row) =>
                  (row.endedAt ?? row.expectedEnd) ? format.moment((row.endedAt ?? row.expectedEnd) as string) : '–',
              },
            ]}
          />
          <Pagination
            t={t}
            previous={query['cursor'] ? call.url(LIST) : null}
            next={page.next ? addressOf(call, LIST, { cursor: page.next }) : null}
          />
        </>
      ),
    }
  },
})
