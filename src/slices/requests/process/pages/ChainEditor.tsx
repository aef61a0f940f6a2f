import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxField } from '../../../../ui/components/Checkbox.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { type ShownForm, shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { ApprovalChain, ApprovalStage } from '../../approvals/definition.ts'
import type { ProcessChoices } from '../operations/list-process-choices.ts'
import { chainOf, issuesOfChain } from './chain-fields.ts'
import { StepPart } from './StepPart.tsx'
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
 * removes something with it. The page reads it with `chainOf(fields, choices.fields)`.
 */
export function ChainEditor({ call, choices, chain: saved, action }: EditorProps) {
  const { t } = call
  const refused = call.form?.action === action ? call.form : null
  const form = shownForm(t, refused && { ...refused, issues: issuesOfChain(refused.issues) }, action)
  const chain = refused ? (chainOf(typedAgain(refused), choices.fields) as ApprovalChain) : saved
  return (
    <form method="post" class="form" novalidate>
      <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <FormMessages t={t} form={form} />
      <input type="hidden" name="action" value={action} />
      {chain.stages.length === 0 && <p class="muted">{t('requests.process.noStages')}</p>}
      {chain.stages.map((stage, n) => (
        <StagePart
          key={n}
          call={call}
          form={form}
          choices={choices}
          stage={stage}
          at={n}
          last={chain.stages.length - 1}
        />
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
  form: ShownForm
  choices: ProcessChoices
  stage: ApprovalStage
  at: number
  last: number
}

function StagePart({ call, form, choices, stage, at, last }: StageProps) {
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
          form={form}
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
