import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { definePage } from '../../../../ui/page.ts'
import { listQueue } from '../operations/list-queue.ts'
import { VIEWS } from '../views-of-desk.ts'
import { DeskKeys, Queue } from './Queue.tsx'

/** The desk's list of work. */
export const deskPage = definePage({
  path: '/desk',
  layout: 'admin',
  requires: 'requests.work',
  async get(call) {
    const { t } = call
    const view = VIEWS.find((one) => one === call.query['view']) ?? 'to-do'
    const page = await call.run(listQueue, { view, limit: 50, cursor: call.query['cursor'] || undefined })
    return {
      title: t('requests.desk.title'),
      wide: true,
      view: (
        <>
          <PageHead title={t('requests.desk.title')} lead={t('requests.desk.lead', { count: page.toDo })} />
          <Queue call={call} view={view} page={page} />
          <DeskKeys t={t} />
        </>
      ),
    }
  },
})
