import { TextInput } from '../../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../../ui/form.ts'

interface NumberInputProps {
  shown: ShownForm
  /** Which part of the field: `maxLength`, `min.days`. */
  part: string
  label: string
  value: number | undefined
}

/** A number of a field that may be left open. */
export function NumberInput({ shown, part, label, value }: NumberInputProps) {
  return (
    <TextInput
      {...shown.field(`field.${part}`, value === undefined ? '' : String(value))}
      label={label}
      type="number"
      step="any"
      width="short"
      optional
    />
  )
}
