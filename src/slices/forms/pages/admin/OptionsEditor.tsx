import type { Option } from '../../../../kernel/form/definition.ts'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { LinesEditor } from './LinesEditor.tsx'

interface OptionsEditorProps {
  call: PageCall
  shown: ShownForm
  options: readonly Option[]
}

/** What can be chosen, with a short name each. */
export function OptionsEditor({ call, shown, options }: OptionsEditorProps) {
  const { t } = call
  const name = 'field.options'
  return (
    <LinesEditor
      call={call}
      shown={shown}
      name={name}
      legend={t('forms.part.options')}
      hint={t('forms.part.optionsHint')}
      lines={options}
      added={{ about: t('forms.part.newOption'), button: t('forms.part.addOption') }}
    >
      {(option, n) => (
        <TextInput
          t={t}
          name={`${name}.${n}.value`}
          label={t('forms.part.value')}
          error={shown.error(`${name}.${n}.value`)}
          value={option?.value}
          maxLength={100}
          optional
        />
      )}
    </LinesEditor>
  )
}
