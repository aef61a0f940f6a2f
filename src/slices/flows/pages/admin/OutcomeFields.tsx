import { TARGET_KINDS } from '../../../../kernel/flow-parts.ts'
import { Card } from '../../../../ui/components/Card.tsx'
import { RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { Step } from '../../definition.ts'
import type { PartsProps } from './parts-props.ts'
import { STEP } from './step-fields.ts'
import { TextsInput } from './TextsInput.tsx'

const BASE = `${STEP}.outcome`

/** Where an end leads. What belongs to the kind chosen is shown once it is saved. */
export function OutcomeFields({ call, form, step, parts }: PartsProps<Extract<Step, { kind: 'end' }>>) {
  const { t } = call
  const { outcome } = step
  return (
    <Card title={t('flows.outcome.title')}>
      <RadioGroup
        t={t}
        name={`${BASE}.type`}
        legend={t('flows.outcome.type')}
        hint={t('flows.outcome.typeHint')}
        value={form.values(`${BASE}.type`).at(-1) ?? outcome.type}
        choices={[
          { value: 'answer', label: t('flows.outcome.answer') },
          { value: 'person', label: t('flows.outcome.person') },
          // What no area of this installation can be led to is not offered; an imported end keeps it.
          ...TARGET_KINDS.filter((kind) => parts.targetKinds.includes(kind) || outcome.type === kind).map((kind) => ({
            value: kind,
            label: t(`flows.outcome.${kind}`),
          })),
        ]}
      />
      {outcome.type === 'person' && (
        <TextsInput
          call={call}
          form={form}
          name={`${BASE}.message`}
          legend={t('flows.outcome.message')}
          hint={t('flows.outcome.messageHint')}
          texts={outcome.message}
          rows={3}
          maxLength={2000}
        />
      )}
      {'key' in outcome && (
        <>
          <Select
            {...form.field(`${BASE}.key`, outcome.key)}
            label={t('flows.outcome.key')}
            empty={t('flows.choose')}
            options={[
              ...parts.targets.map(({ key, title }) => ({ value: key, label: title })),
              ...(outcome.key && !parts.targets.some(({ key }) => key === outcome.key)
                ? [{ value: outcome.key, label: outcome.key }]
                : []),
            ]}
          />
          {outcome.type !== 'article' && <Values call={call} form={form} values={outcome.values} />}
        </>
      )}
    </Card>
  )
}

function Values({
  call,
  form,
  values,
}: Pick<PartsProps, 'call' | 'form'> & { values: { field: string; text: string }[] }) {
  const { t } = call
  const rows = [...values, { field: '', text: '' }, { field: '', text: '' }]
  return (
    <>
      <p class="hint">{t('flows.outcome.valuesHint')}</p>
      <input type="hidden" name={`${BASE}.values.rows`} value={rows.length} />
      {rows.map(({ field, text }, n) => (
        <div class="row" key={field || `new-${n}`}>
          <TextInput
            {...form.field(`${BASE}.values.${n}.field`, field)}
            label={t('flows.outcome.field')}
            optional
            width="medium"
          />
          <TextInput {...form.field(`${BASE}.values.${n}.text`, text)} label={t('flows.outcome.text')} optional />
        </div>
      ))}
    </>
  )
}
