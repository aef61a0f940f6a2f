import type { LocalText } from '../../../../kernel/form/local-text.ts'
import { LANGS } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxField } from '../../../../ui/components/Checkbox.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { ApprovalChain, ApprovalStage, ApprovalStep } from '../../approvals/definition.ts'
import type { ProcessChoices } from '../operations/list-process-choices.ts'
import { ConditionFields } from './ConditionFields.tsx'
import { approverText, chainOf } from './chain-fields.ts'
import { HoursField } from './HoursField.tsx'
import { typedAgain } from './typed.ts'

interface EditorProps {
  call: PageCall
  choices: ProcessChoices
  chain: ApprovalChain
  /** The page's action that saves it. */
  action: string
}

/**
 * Edits a chain of approval, step after step. One form that works without JavaScript: every button saves what was typed, and adds, moves or
 * removes something with it. The page reads it with `chainOf(fields)`.
 */
export function ChainEditor({ call, choices, chain: saved, action }: EditorProps) {
  const { t } = call
  const form = shownForm(t, call.form, action)
  const chain = call.form?.action === action ? (chainOf(typedAgain(call.form)) as ApprovalChain) : saved
  return (
    <form method="post" class="form" novalidate>
      <FormMessages t={t} form={form} />
      <input type="hidden" name="action" value={action} />
      {chain.stages.length === 0 && <p class="muted">{t('requests.process.noStages')}</p>}
      {chain.stages.map((stage, n) => (
        <StagePart key={n} call={call} choices={choices} stage={stage} at={n} last={chain.stages.length - 1} />
      ))}
      <p>
        <Button name="do" value="add-stage" icon="plus">
          {t(chain.stages.length === 0 ? 'requests.process.addFirst' : 'requests.process.addStage')}
        </Button>
      </p>
      <Disclosure title={t('requests.process.rules')}>
        <div class="form">
          <CheckboxField
            t={t}
            name="own"
            checked={chain.mayApproveOwn}
            label={t('requests.process.own')}
            hint={t('requests.process.ownHint')}
          />
          <CheckboxField
            t={t}
            name="again"
            checked={chain.askAgain}
            label={t('requests.process.again')}
            hint={t('requests.process.againHint')}
          />
          <Select
            t={t}
            name="fallback"
            optional
            label={t('requests.process.fallback')}
            hint={t('requests.process.fallbackHint')}
            empty={t('requests.process.overseers')}
            options={choices.people.map(({ id, name }) => ({ value: id, label: name }))}
            value={chain.fallbackId}
          />
        </div>
      </Disclosure>
      <FormActions reachable={false}>
        <Button look="primary" name="do" value="save" icon="save">
          {t('requests.process.saveChain')}
        </Button>
      </FormActions>
    </form>
  )
}

interface StageProps {
  call: PageCall
  choices: ProcessChoices
  stage: ApprovalStage
  at: number
  last: number
}

function StagePart({ call, choices, stage, at, last }: StageProps) {
  const { t } = call
  const name = `stage.${at}`
  return (
    <Card title={t('requests.process.stage', { number: at + 1 })} level={3} tone="sunk">
      {stage.steps.length > 1 ? (
        <Select
          t={t}
          name={`${name}.need`}
          label={t('requests.process.need')}
          options={[
            { value: 'all', label: t('requests.process.needAll') },
            { value: 'any', label: t('requests.process.needAny') },
          ]}
          value={stage.need}
        />
      ) : (
        <input type="hidden" name={`${name}.need`} value={stage.need} />
      )}
      {stage.steps.map((step, n) => (
        <StepPart
          key={step.key}
          call={call}
          choices={choices}
          step={step}
          name={`${name}.${n}`}
          remove={`remove:${at}:${n}`}
        />
      ))}
      <div class="row">
        <Button size="small" name="do" value={`add-step:${at}`} icon="user-plus">
          {t('requests.process.addStep')}
        </Button>
        {at > 0 && (
          <Button size="small" look="quiet" name="do" value={`up:${at}`} icon="arrow-up">
            {t('requests.process.up')}
          </Button>
        )}
        {at < last && (
          <Button size="small" look="quiet" name="do" value={`down:${at}`} icon="arrow-down">
            {t('requests.process.down')}
          </Button>
        )}
      </div>
    </Card>
  )
}

interface StepProps {
  call: PageCall
  choices: ProcessChoices
  step: ApprovalStep
  name: string
  remove: string
}

function StepPart({ call, choices, step, name, remove }: StepProps) {
  const { t } = call
  const people = choices.people.map((one) => ({ value: one.id, label: one.name }))
  const to = step.escalate?.to
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
      <Disclosure title={t('requests.process.more')}>
        <div class="form">
          <TitleFields call={call} name={`${name}.title`} title={step.title} optional />
          <ConditionFields t={t} name={`${name}.when`} when={step.when} />
          <HoursField t={t} name={`${name}.remind`} label={t('requests.process.remind')} hours={step.remindAfter} />
          <HoursField
            t={t}
            name={`${name}.escalate`}
            label={t('requests.process.escalate')}
            hours={step.escalate?.after}
          />
          <Select
            t={t}
            name={`${name}.escalateTo`}
            optional
            label={t('requests.process.escalateTo')}
            empty={t('requests.process.theirManager')}
            options={people}
            value={to?.kind === 'person' ? to.personId : ''}
          />
          <HoursField t={t} name={`${name}.lapse`} label={t('requests.process.lapse')} hours={step.lapse?.after} />
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

/** A title in every language of the interface. */
export function TitleFields(props: { call: PageCall; name: string; title: LocalText | undefined; optional?: boolean }) {
  const { call, name, title, optional } = props
  return (
    <>
      {LANGS.map((lang) => (
        <TextInput
          key={lang}
          t={call.t}
          name={`${name}.${lang}`}
          label={call.t('requests.process.title', {
            lang: new Intl.DisplayNames([call.lang], { type: 'language' }).of(lang) ?? lang,
          })}
          lang={lang}
          optional={optional || lang !== call.lang}
          value={title?.[lang]}
        />
      ))}
    </>
  )
}
