import { LANGS } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { FulfilmentPlan, Work } from '../../fulfilment/definition.ts'
import type { ProcessChoices } from '../operations/list-process-choices.ts'
import { HoursField } from './HoursField.tsx'
import { planOf } from './plan-fields.ts'
import { TitleFields } from './TitleFields.tsx'
import { typedAgain } from './typed.ts'

interface EditorProps {
  call: PageCall
  choices: ProcessChoices
  plan: FulfilmentPlan
  /** The page's action that saves it. */
  action: string
}

/** Edits how something is fulfilled, stage after stage. Works like `ChainEditor`; the page reads it with `planOf(fields)`. */
export function PlanEditor({ call, choices, plan: saved, action }: EditorProps) {
  const { t } = call
  const form = shownForm(t, call.form, action)
  const plan = call.form?.action === action ? (planOf(typedAgain(call.form)) as FulfilmentPlan) : saved
  return (
    <form method="post" class="form" novalidate>
      <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <FormMessages t={t} form={form} />
      <input type="hidden" name="action" value={action} />
      <FirstChoices call={call} choices={choices} />
      {plan.stages.length === 0 && <p class="muted">{t('requests.process.noWork')}</p>}
      {plan.stages.map((stage, n) => (
        <Card key={n} title={t('requests.process.stage', { number: n + 1 })} level={3} tone="sunk">
          <input type="hidden" name={`plan.${n}`} value="" />
          {stage.work.map((work, k) => (
            <WorkPart
              key={work.key}
              call={call}
              choices={choices}
              work={work}
              name={`plan.${n}.${k}`}
              remove={`remove:${n}:${k}`}
            />
          ))}
          <div class="row">
            <AddButtons call={call} choices={choices} what={`add-work:${n}`} size="small" />
            {n > 0 && (
              <Button size="small" look="quiet" name="do" value={`up:${n}`} icon="arrow-up">
                {t('requests.process.up')}
              </Button>
            )}
            {n < plan.stages.length - 1 && (
              <Button size="small" look="quiet" name="do" value={`down:${n}`} icon="arrow-down">
                {t('requests.process.down')}
              </Button>
            )}
          </div>
        </Card>
      ))}
      <div>
        <p class="hint">{t(plan.stages.length === 0 ? 'requests.process.first' : 'requests.process.afterwards')}</p>
        <div class="row">
          <AddButtons call={call} choices={choices} what="add-stage" />
        </div>
      </div>
      <FormActions reachable={false}>
        <Button look="primary" name="do" value="save" icon="save">
          {t('requests.process.savePlan')}
        </Button>
      </FormActions>
    </form>
  )
}

/** What something new begins with. */
function FirstChoices({ call: { t, lang }, choices }: Pick<EditorProps, 'call' | 'choices'>) {
  return (
    <>
      <input type="hidden" name="first.team" value={choices.teams[0]?.id ?? ''} />
      <input type="hidden" name="first.webhook" value={choices.webhooks[0]?.key ?? ''} />
      <input type="hidden" name="first.effect" value={choices.effects[0]?.name ?? ''} />
      {(['task', 'webhook', 'effect'] as const).map((kind) => (
        <input key={kind} type="hidden" name={`new.${kind}.${lang}`} value={t(`requests.process.new.${kind}`)} />
      ))}
    </>
  )
}

/** Offers only what there is something to choose of. */
function AddButtons(props: Pick<EditorProps, 'call' | 'choices'> & { what: string; size?: 'small' }) {
  const { call, choices, what, size } = props
  const kinds = [
    { kind: 'task', icon: 'clipboard-check', is: choices.teams.length > 0 },
    { kind: 'webhook', icon: 'webhook', is: choices.webhooks.length > 0 },
    { kind: 'effect', icon: 'zap', is: choices.effects.length > 0 },
  ] as const
  return (
    <>
      {kinds
        .filter(({ is }) => is)
        .map(({ kind, icon }) => (
          <Button key={kind} size={size ?? 'normal'} name="do" value={`${what}:${kind}`} icon={icon}>
            {call.t(`requests.process.add.${kind}`)}
          </Button>
        ))}
    </>
  )
}

interface WorkProps extends Pick<EditorProps, 'call' | 'choices'> {
  work: Work
  name: string
  remove: string
}

function WorkPart({ call, choices, work, name, remove }: WorkProps) {
  const { t } = call
  return (
    <div class="form">
      <input type="hidden" name={`${name}.key`} value={work.key} />
      <input type="hidden" name={`${name}.kind`} value={work.kind} />
      <TitleFields call={call} name={`${name}.title`} title={work.title} />
      {work.kind === 'task' && <TaskFields call={call} choices={choices} task={work} name={name} />}
      {work.kind === 'webhook' && (
        <Select
          t={t}
          name={`${name}.webhook`}
          label={t('requests.process.webhook')}
          options={choices.webhooks.map((one) => ({ value: one.key, label: one.title }))}
          value={work.webhook}
        />
      )}
      {work.kind === 'effect' && <EffectFields call={call} choices={choices} effect={work} name={name} />}
      <p>
        <Button size="small" look="quiet" name="do" value={remove} icon="trash-2">
          {t('requests.process.removeWork')}
        </Button>
      </p>
    </div>
  )
}

function TaskFields(props: Pick<WorkProps, 'call' | 'choices' | 'name'> & { task: Extract<Work, { kind: 'task' }> }) {
  const { call, choices, task, name } = props
  const { t } = call
  return (
    <>
      <Select
        t={t}
        name={`${name}.team`}
        label={t('requests.process.team')}
        options={choices.teams.map((one) => ({ value: one.id, label: one.name }))}
        value={task.teamId}
      />
      <HoursField t={t} name={`${name}.within`} label={t('requests.process.within')} hours={task.within} />
      <Disclosure title={t('requests.process.how')}>
        <div class="form">
          {LANGS.map((lang) => (
            <TextArea
              key={lang}
              t={t}
              name={`${name}.instructions.${lang}`}
              optional
              rows={3}
              lang={lang}
              label={t('requests.process.instructions', { lang: nameOf(call, lang) })}
              value={task.instructions?.[lang]}
            />
          ))}
          {LANGS.map((lang) => (
            <TextArea
              key={lang}
              t={t}
              name={`${name}.checklist.${lang}`}
              optional
              rows={3}
              lang={lang}
              label={t('requests.process.checklist', { lang: nameOf(call, lang) })}
              hint={t('requests.process.checklistHint')}
              value={task.checklist.map((line) => line[lang] ?? '').join('\n')}
            />
          ))}
        </div>
      </Disclosure>
    </>
  )
}

function EffectFields(
  props: Pick<WorkProps, 'call' | 'choices' | 'name'> & { effect: Extract<Work, { kind: 'effect' }> },
) {
  const { call, choices, effect, name } = props
  const { t } = call
  const known = choices.effects.find((one) => one.name === effect.effect)
  return (
    <>
      <Select
        t={t}
        name={`${name}.effect`}
        label={t('requests.process.effect')}
        hint={t('requests.process.effectHint')}
        options={choices.effects.map((one) => ({ value: one.name, label: one.title }))}
        value={effect.effect}
      />
      {known?.fields.map((field, n) => {
        const shared = { t, name: `${name}.input.${n}.value`, label: field.title }
        const value = String(effect.input[field.key] ?? '')
        return (
          <div key={field.key}>
            <input type="hidden" name={`${name}.input.${n}.key`} value={field.key} />
            {field.choices ? (
              <Select {...shared} options={field.choices} value={value} />
            ) : (
              <TextInput {...shared} value={value} />
            )}
          </div>
        )
      })}
    </>
  )
}

function nameOf(call: PageCall, lang: string): string {
  return new Intl.DisplayNames([call.lang], { type: 'language' }).of(lang) ?? lang
}
