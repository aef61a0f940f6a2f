import { Card } from '../../../../ui/components/Card.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { Step } from '../../definition.ts'
import { OutcomeFields } from './OutcomeFields.tsx'
import type { PartsProps } from './parts-props.ts'
import { Rule } from './Rule.tsx'
import { STEP } from './step-fields.ts'
import { Target } from './Target.tsx'
import { TextsInput } from './TextsInput.tsx'

type Of<K extends Step['kind']> = PartsProps<Extract<Step, { kind: K }>>

/** What belongs to the kind of a step: options, limits, the rule of a check, where it ends, and the ways out of it. */
export function StepParts(props: PartsProps) {
  const { call, step } = props
  const { t } = call
  switch (step.kind) {
    case 'choice':
      return <Options {...props} step={step} />
    case 'number':
      return (
        <Card>
          <div class="row">
            <Limit {...props} name="min" value={step.min} label={t('flows.number.min')} />
            <Limit {...props} name="max" value={step.max} label={t('flows.number.max')} />
          </div>
          <TextsInput
            call={call}
            form={props.form}
            name={`${STEP}.unit`}
            legend={t('flows.number.unit')}
            texts={step.unit}
            maxLength={20}
          />
          <Target {...props} name="to" value={step.to} label={t('flows.step.to')} />
        </Card>
      )
    case 'date':
      return (
        <Card>
          <p class="hint">{t('flows.date.hint')}</p>
          <div class="row">
            <Limit {...props} name="from" value={step.from} label={t('flows.date.from')} />
            <Limit {...props} name="until" value={step.until} label={t('flows.date.until')} />
          </div>
          <Target {...props} name="to" value={step.to} label={t('flows.step.to')} />
        </Card>
      )
    case 'text':
      return (
        <Card>
          <Checkbox
            name={`${STEP}.long`}
            label={t('flows.text.long')}
            checked={props.form.checked(`${STEP}.long`, step.long)}
          />
          <Checkbox
            name={`${STEP}.optional`}
            label={t('flows.text.optional')}
            checked={props.form.checked(`${STEP}.optional`, step.optional)}
          />
          <Target {...props} name="to" value={step.to} label={t('flows.step.to')} />
        </Card>
      )
    case 'lookup':
      return (
        <Card>
          <Select
            {...props.form.field(`${STEP}.lookup`, step.lookup)}
            label={t('flows.lookup.which')}
            hint={t('flows.lookup.hint')}
            empty={t('flows.choose')}
            options={props.parts.lookups.map(({ key, title }) => ({ value: key, label: title }))}
          />
          <Target {...props} name="to" value={step.to} label={t('flows.lookup.to')} />
          <Target {...props} name="none" value={step.none} label={t('flows.lookup.none')} />
        </Card>
      )
    case 'check':
      return <Rule {...props} step={step} />
    case 'end':
      return <OutcomeFields {...props} step={step} />
    default:
      return (
        <Card>
          <Target {...props} name="to" value={step.to} label={t('flows.step.to')} />
        </Card>
      )
  }
}

function Limit({ form, name, value, label }: PartsProps & { name: string; value: number | null; label: string }) {
  return (
    <TextInput
      {...form.field(`${STEP}.${name}`, value === null ? '' : String(value))}
      label={label}
      inputMode="decimal"
      optional
      width="short"
    />
  )
}

/** The options, and one empty row for another. */
function Options(props: Of<'choice'>) {
  const { call, form, step } = props
  const { t } = call
  const empty = { id: '', label: {}, hint: {}, to: null }
  const rows = [...step.options, ...(step.options.length < 20 ? [empty, empty] : [])]
  return (
    <>
      <input type="hidden" name={`${STEP}.options.rows`} value={rows.length} />
      {rows.map((option, n) => {
        const name = `${STEP}.options.${n}`
        return (
          <Card
            key={option.id || `new-${n}`}
            title={option.id ? t('flows.option.title', { number: n + 1 }) : t('flows.option.new')}
          >
            <input type="hidden" name={`${name}.id`} value={option.id} />
            <TextsInput
              call={call}
              form={form}
              name={`${name}.label`}
              legend={t('flows.option.label')}
              texts={option.label}
              maxLength={120}
            />
            <TextsInput
              call={call}
              form={form}
              name={`${name}.hint`}
              legend={t('flows.option.hint')}
              texts={option.hint}
              maxLength={200}
            />
            <div class="row">
              <Target {...props} name={`options.${n}.to`} value={option.to} label={t('flows.step.to')} />
              <TextInput
                {...form.field(`${name}.order`, String(n + 1))}
                label={t('flows.option.order')}
                inputMode="numeric"
                width="short"
              />
            </div>
          </Card>
        )
      })}
      <p class="hint">{t('flows.option.remove')}</p>
    </>
  )
}
