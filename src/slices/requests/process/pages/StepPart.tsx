import { Button } from '../../../../ui/components/Button.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { ConditionEditor } from '../../../forms/index.ts'
import type { ApprovalStep } from '../../approvals/definition.ts'
import type { ProcessChoices } from '../operations/list-process-choices.ts'
import { approverText } from './chain-fields.ts'
import { HoursField } from './HoursField.tsx'
import { TitleFields } from './TitleFields.tsx'

interface StepProps {
  call: PageCall
  form: ShownForm
  choices: ProcessChoices
  step: ApprovalStep
  name: string
  remove: string
}

/** Who is asked, when at all, and what happens when they do not answer. */
export function StepPart({ call, form, choices, step, name, remove }: StepProps) {
  const { t } = call
  const people = choices.people.map((one) => ({ value: one.id, label: one.name }))
  const to = step.escalate?.to
  const hours = (part: 'remind' | 'escalate' | 'lapse') => {
    const own = `${name}.${part}`
    return { t, name: own, error: form.error(own) }
  }
  // What is to be mended is not hidden.
  const wrong = {
    condition: form.error(`${name}.when.new`) !== null,
    rest: (['remind', 'escalate', 'lapse'] as const).some((part) => hours(part).error !== null),
  }
  return (
    <div class="form">
      <input type="hidden" name={`${name}.key`} value={step.key} />
      <Select
        t={t}
        name={`${name}.approver`}
        label={t('requests.process.approver')}
        options={approverOptions(call, choices)}
        value={approverText(step.approver)}
      />
      <div>
        <Disclosure title={t('requests.process.when')} open={step.when !== undefined || wrong.condition}>
          <ConditionEditor
            call={call}
            fields={choices.fields}
            above={choices.fields}
            name={`${name}.when`}
            legend={t('requests.process.whenLegend')}
            hint={t('requests.process.whenHint')}
            condition={step.when}
            error={form.error(`${name}.when.new`)}
          />
        </Disclosure>
        <Disclosure title={t('requests.process.more')} open={wrong.rest}>
          <div class="form">
            <TitleFields call={call} name={`${name}.title`} title={step.title} optional />
            <HoursField {...hours('remind')} label={t('requests.process.remind')} hours={step.remindAfter} />
            <HoursField {...hours('escalate')} label={t('requests.process.escalate')} hours={step.escalate?.after} />
            <Select
              t={t}
              name={`${name}.escalateTo`}
              optional
              label={t('requests.process.escalateTo')}
              empty={t('requests.process.theirManager')}
              options={people}
              value={to?.kind === 'person' ? to.personId : ''}
            />
            <HoursField {...hours('lapse')} label={t('requests.process.lapse')} hours={step.lapse?.after} />
            <Select
              t={t}
              name={`${name}.lapseTo`}
              label={t('requests.process.lapseTo')}
              options={[
                { value: 'declined', label: t('requests.process.lapseDeclined') },
                { value: 'approved', label: t('requests.process.lapseApproved') },
              ]}
              value={step.lapse?.outcome ?? 'declined'}
            />
          </div>
        </Disclosure>
      </div>
      <p>
        <Button size="small" look="quiet" name="do" value={remove} icon="trash-2">
          {t('requests.process.removeStep')}
        </Button>
      </p>
    </div>
  )
}

function approverOptions({ t }: PageCall, { people, teams }: ProcessChoices) {
  const roles = (['manager', 'costCentreOwner'] as const).flatMap((kind) =>
    (['requester', 'beneficiary'] as const).map((of) => ({
      value: `${kind}:${of}`,
      label: t(`requests.process.by.${kind}.${of}`),
    })),
  )
  return [
    { group: t('requests.process.byRole'), options: roles },
    {
      group: t('requests.process.byTeam'),
      options: teams.flatMap(({ id, name }) => [
        { value: `team:${id}:any`, label: t('requests.process.teamAny', { team: name }) },
        { value: `team:${id}:all`, label: t('requests.process.teamAll', { team: name }) },
      ]),
    },
    {
      group: t('requests.process.byPerson'),
      options: people.map(({ id, name }) => ({ value: `person:${id}`, label: name })),
    },
  ]
}
