import { may } from '../../../../kernel/actor.ts'
import { Card } from '../../../../ui/components/Card.tsx'
import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import { checkTask } from '../operations/check-task.ts'
import { finishTask } from '../operations/finish-task.ts'
import { helpTask } from '../operations/help-task.ts'
import { listTaskChoices } from '../operations/list-task-choices.ts'
import { readTask } from '../operations/read-task.ts'
import { takeTask } from '../operations/take-task.ts'
import type { TaskView } from '../views.ts'
import { AssignForm, HelpForm, WorkForm } from './TaskForms.tsx'

const idOf = (call: PageCall) => call.params['id'] ?? ''
const here = (call: PageCall) => call.url(call.path)
const doneLines = (fields: Fields) => fields.all('done').map(Number)

/** One task: what is to be done, for whom, and the way to say that it is done. */
export const taskPage = definePage({
  path: '/tasks/:id',
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const task = await call.run(readTask, { id: idOf(call) })
    const choices = await call.run(listTaskChoices, { id: idOf(call) })
    return {
      title: task.title,
      noIndex: true,
      breadcrumbs: [{ label: t('requests.tasks.title'), href: call.url('/tasks') }, { label: task.title }],
      view: (
        <div class="columns">
          <div class="stack">
            <PageHead above={<StateTag call={call} task={task} />} title={task.title} lead={task.item} />
            {task.instructions && <p class="message-text">{task.instructions}</p>}
            {task.state === 'failed' && (
              <Notice tone="warn" title={t('requests.tasks.stuck')}>
                {task.reason ?? ''}
              </Notice>
            )}
            {task.state === 'open' && task.kind === 'task' && <WorkForm call={call} task={task} />}
            {task.mayHelp && <HelpForm call={call} task={task} teams={choices.teams} />}
          </div>
          <aside class="side">
            <Facts call={call} task={task} />
            {task.state === 'open' && task.kind === 'task' && (
              <AssignForm call={call} task={task} members={choices.members} />
            )}
          </aside>
        </div>
      ),
    }
  },
  post: {
    async take(call, fields) {
      await call.run(takeTask, { id: idOf(call), from: fields.optional('from') ?? null })
      return goTo(here(call), 'requests.tasks.youTook')
    },
    async assign(call, fields) {
      await call.run(takeTask, { id: idOf(call), assigneeId: fields.optional('assigneeId') ?? null })
      return goTo(here(call), 'requests.tasks.assigned')
    },
    async check(call, fields) {
      await call.run(checkTask, { id: idOf(call), done: doneLines(fields) })
      return goTo(here(call), 'requests.tasks.checked')
    },
    async finish(call, fields) {
      await call.run(finishTask, { id: idOf(call), state: 'done', done: doneLines(fields) })
      return goTo(call.url('/tasks'), 'requests.tasks.finished')
    },
    async fail(call, fields) {
      await call.run(finishTask, { id: idOf(call), state: 'failed', reason: fields.get('reason') })
      return goTo(call.url('/tasks'), 'requests.tasks.failed')
    },
    async again(call, fields) {
      const teamId = fields.optional('teamId')
      await call.run(helpTask, { id: idOf(call), how: 'again', ...(teamId ? { teamId } : {}) })
      return goTo(here(call), 'requests.tasks.again')
    },
    async without(call, fields) {
      await call.run(helpTask, { id: idOf(call), how: 'without', reason: fields.get('reason') })
      return goTo(call.url('/tasks?show=stuck'), 'requests.tasks.without')
    },
  },
})

function StateTag({ call: { t }, task }: { call: PageCall; task: TaskView }) {
  const tones = { open: 'accent', done: 'good', failed: 'bad', unneeded: 'plain' } as const
  return <Tag tone={tones[task.state]}>{t(`requests.tasks.state.${task.state}`)}</Tag>
}

function Facts({ call, task }: { call: PageCall; task: TaskView }) {
  const { t, format, actor } = call
  const reference = may(actor, 'requests.work') ? (
    <a href={call.url(`/desk/${task.reference}`)}>{task.reference}</a>
  ) : (
    task.reference
  )
  return (
    <Card title={t('requests.page.facts')}>
      <DescriptionList
        facts={[
          { term: t('requests.page.reference'), value: reference },
          { term: t('requests.approvals.whoAsks'), value: task.requester?.name },
          task.beneficiary?.id !== task.requester?.id && {
            term: t('requests.approvals.forWhom'),
            value: task.beneficiary?.name,
          },
          ...task.shown.map(({ label, value }) => ({ term: label, value })),
          { term: t('requests.tasks.team'), value: task.team },
          { term: t('requests.tasks.assignee'), value: task.assignee?.name ?? t('requests.tasks.nobody') },
          task.dueAt !== null && { term: t('requests.tasks.due'), value: format.moment(task.dueAt) },
          task.endedAt !== null && {
            term: t('requests.tasks.ended'),
            value: [format.moment(task.endedAt), task.endedBy].filter(Boolean).join(' · '),
          },
        ]}
      />
    </Card>
  )
}
