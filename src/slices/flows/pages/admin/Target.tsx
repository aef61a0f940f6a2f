import { Select } from '../../../../ui/components/Select.tsx'
import { nameOfStep } from './Outline.tsx'
import type { PartsProps } from './parts-props.ts'
import { STEP } from './step-fields.ts'

/** Which step follows. */
export function Target({
  call,
  form,
  draft,
  step,
  name,
  value,
  label,
}: PartsProps & { name: string; value: string | null; label: string }) {
  return (
    <Select
      {...form.field(`${STEP}.${name}`, value)}
      label={label}
      optional
      empty={call.t('flows.step.nowhere')}
      options={draft.definition.steps
        .filter(({ id }) => id !== step.id)
        .map((one) => ({ value: one.id, label: nameOfStep(call, one) }))}
    />
  )
}
