import type { Translate } from '../../../../kernel/text.ts'
import { TextInput } from '../../../../ui/components/TextInput.tsx'

/** A number of business hours; empty: never. */
export function HoursField(props: {
  t: Translate
  name: string
  label: string
  hours: number | undefined
  error?: string | null
}) {
  const { t, name, label, hours, error } = props
  return (
    <TextInput
      t={t}
      name={name}
      optional
      label={label}
      error={error}
      inputMode="numeric"
      width="short"
      affix={t('requests.process.hours')}
      value={hours === undefined || Number.isNaN(hours) ? '' : String(hours)}
    />
  )
}
