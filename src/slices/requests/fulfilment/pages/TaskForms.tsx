import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { TaskView } from '../views.ts'

interface FormProps {
  call: PageCall
  task: TaskView
}

/** The checklist, and the two ways to end a task. */
export function WorkForm({ call, task }: FormProps) {
  const { t } = call
  const finish = shownForm(t, call.form, 'finish')
  const fail = shownForm(t, call.form, 'fail')
  const checked = task.checklist.flatMap((line, n) => (line.done ? [String(n)] : []))
  return (
    <>
      <form method="post" class="card form" novalidate>
        <FormMessages t={t} form={finish} />
        {task.checklist.length > 0 && (
          <CheckboxGroup
            t={t}
            name="done"
            legend={t('requests.tasks.checklist')}
            choices={task.checklist.map((line, n) => ({ value: String(n), label: line.text }))}
            values={finish.values('done', checked)}
            error={finish.error('done')}
          />
        )}
        <FormActions>
          <Button look="primary" name="action" value="finish" icon="check">
            {t('requests.tasks.finish')}
          </Button>
          {task.checklist.length > 0 && (
            <Button name="action" value="check" icon="save">
              {t('requests.tasks.check')}
            </Button>
          )}
        </FormActions>
      </form>
      <Disclosure title={t('requests.tasks.orFail')} open={fail.errors.length > 0}>
        <form method="post" class="form" novalidate>
          <FormMessages t={t} form={fail} />
          <TextArea
            {...fail.field('reason')}
            label={t('requests.tasks.reason')}
            hint={t('requests.tasks.reasonHint')}
            rows={3}
            maxLength={2000}
          />
          <FormActions reachable={false}>
            <Button look="danger" name="action" value="fail" icon="x">
              {t('requests.tasks.fail')}
            </Button>
          </FormActions>
        </form>
      </Disclosure>
    </>
  )
}

/** Takes a task, gives it to a colleague, or back to the team. */
export function AssignForm({ call, task, members }: FormProps & { members: { id: string; name: string }[] }) {
  const { t } = call
  const take = shownForm(t, call.form, 'take')
  return (
    <Card title={t('requests.tasks.who')}>
      <FormMessages t={t} form={take} />
      {!task.isMine && (
        <form method="post">
          <input type="hidden" name="from" value={task.assignee?.id ?? ''} />
          <Button name="action" value="take" icon="user-round-check">
            {t('requests.tasks.take')}
          </Button>
        </form>
      )}
      <form method="post" class="form">
        <Select
          t={t}
          name="assigneeId"
          optional
          label={t('requests.tasks.giveTo')}
          empty={t('requests.tasks.wholeTeam')}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
          value={task.assignee?.id}
        />
        <FormActions reachable={false}>
          <Button name="action" value="assign">
            {t('requests.tasks.give')}
          </Button>
        </FormActions>
      </form>
    </Card>
  )
}

/** For those who oversee: start again what failed, or go on without it. */
export function HelpForm({ call, task, teams }: FormProps & { teams: { id: string; name: string }[] }) {
  const { t } = call
  const form = shownForm(t, call.form, 'again')
  return (
    <Card title={t('requests.tasks.help')}>
      <form method="post" class="form" novalidate>
        <FormMessages t={t} form={form} />
        {task.kind === 'task' && (
          <Select
            {...form.field('teamId')}
            optional
            label={t('requests.tasks.otherTeam')}
            empty={t('requests.tasks.sameTeam')}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FormActions reachable={false}>
          <Button look="primary" name="action" value="again" icon="refresh-cw">
            {t('requests.tasks.startAgain')}
          </Button>
          <Button name="action" value="without">
            {t('requests.tasks.goOnWithout')}
          </Button>
        </FormActions>
      </form>
    </Card>
  )
}
