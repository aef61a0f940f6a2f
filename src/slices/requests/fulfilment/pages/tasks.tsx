import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, type PageCall } from '../../../../ui/page.ts'
import { listTasks } from '../operations/list-tasks.ts'
import { SHOWS, type Show } from '../shows.ts'
import type { TaskView } from '../views.ts'

/** What I and my teams have to do. */
export const tasksPage = definePage({
  path: '/tasks',
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const show = SHOWS.find((one) => one === call.query['show']) ?? 'team'
    const page = await call.run(listTasks, { show, cursor: call.query['cursor'] || undefined })
    const href = (query: string) => `${call.url('/tasks')}?${query}`
    return {
      title: t('requests.tasks.title'),
      breadcrumbs: [{ label: t('requests.tasks.title') }],
      view: (
        <>
          <PageHead title={t('requests.tasks.title')} lead={t('requests.tasks.lead')} />
          <Tabs
            label={t('requests.tasks.views')}
            tabs={SHOWS.map((one) => ({
              label: t(`requests.tasks.show.${one}`),
              href: href(`show=${one}`),
              current: one === show,
              ...(one === 'done' ? {} : { count: page.counts[one] }),
            }))}
          />
          <div class="stack">
            <DataTable
              caption={t(`requests.tasks.show.${show}`)}
              hideCaption
              rows={page.items}
              rowKey={(row) => row.id}
              columns={columns(call, show)}
              empty={
                <EmptyState icon="clipboard-check" title={t(`requests.tasks.none.${show}`)}>
                  {t('requests.tasks.noneText')}
                </EmptyState>
              }
            />
            <Pagination
              t={t}
              previous={call.query['cursor'] ? href(`show=${show}`) : null}
              next={page.next ? href(`show=${show}&cursor=${encodeURIComponent(page.next)}`) : null}
            />
          </div>
        </>
      ),
    }
  },
})

function columns(call: PageCall, show: Show) {
  const { t, format, now } = call
  return [
    {
      title: t('requests.tasks.task'),
      head: true,
      cell: (row: TaskView) => (
        <>
          <a href={call.url(`/tasks/${row.id}`)}>{row.title}</a>
          <span class="hint"> {row.reference}</span>
        </>
      ),
    },
    {
      title: t('requests.tasks.forWhat'),
      cell: (row: TaskView) => [row.item, row.beneficiary?.name].filter(Boolean).join(' · '),
    },
    { title: t('requests.tasks.team'), cell: (row: TaskView) => row.team ?? '–' },
    { title: t('requests.tasks.assignee'), cell: (row: TaskView) => row.assignee?.name ?? t('requests.tasks.nobody') },
    show === 'done'
      ? {
          title: t('requests.tasks.ended'),
          cell: (row: TaskView) => (row.endedAt ? format.dayShort(row.endedAt) : '–'),
        }
      : {
          title: t('requests.tasks.due'),
          cell: (row: TaskView) => {
            if (show === 'stuck') return row.reason
            if (!row.dueAt) return '–'
            const isLate = new Date(row.dueAt) < now
            return isLate ? <Tag tone="bad">{format.ago(row.dueAt, now)}</Tag> : format.dayShort(row.dueAt)
          },
        },
  ]
}
