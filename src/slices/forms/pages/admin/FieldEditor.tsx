import { type Field, type FormDefinition, fieldsOf, PREFILLS } from '../../../../kernel/form/definition.ts'
import { RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { ChangeForm } from './ChangeForm.tsx'
import { ConditionEditor } from './ConditionEditor.tsx'
import { OwnParts } from './OwnParts.tsx'
import { TextsFields } from './TextsFields.tsx'

interface FieldEditorProps {
  call: PageCall
  form: FormDefinition
  field: Field
  /** Fields that its conditions may look at. */
  above: readonly Field[]
  version: number
}

/** Everything about one field. */
export function FieldEditor({ call, form, field, above, version }: FieldEditorProps) {
  const { t } = call
  const shown = shownForm(t, call.form, 'setField')
  const asked = 'required' in field ? field : null
  return (
    <ChangeForm call={call} shown={shown} change="setField" version={version} at={field.key}>
      <TextsFields call={call} form={shown} name="field.label" legend={t('forms.part.label')} texts={field.label} />
      <TextsFields
        call={call}
        form={shown}
        name="field.hint"
        legend={t(field.type === 'note' ? 'forms.part.noteText' : 'forms.part.hint')}
        texts={field.hint}
        optional
        long
      />
      <OwnParts call={call} shown={shown} field={field} above={above} />
      {asked && (
        <RadioGroup
          t={t}
          name="field.required"
          legend={t('forms.part.required')}
          value={asked.required ? 'yes' : asked.requiredWhen ? 'when' : 'no'}
          choices={(['yes', 'no', 'when'] as const).map((value) => ({ value, label: t(`forms.required.${value}`) }))}
        />
      )}
      {asked?.requiredWhen && !asked.required && (
        <ConditionEditor
          call={call}
          fields={fieldsOf(form)}
          name="field.requiredWhen"
          legend={t('forms.part.requiredWhen')}
          hint={t('forms.when.requiredHint')}
          condition={asked.requiredWhen}
          above={above}
        />
      )}
      <Disclosure title={t('forms.part.when')} open={field.when !== undefined}>
        <ConditionEditor
          call={call}
          fields={fieldsOf(form)}
          name="field.when"
          legend={t('forms.when.legend')}
          hint={t('forms.when.hint')}
          condition={field.when}
          above={above}
        />
      </Disclosure>
      <Disclosure title={t('forms.part.more')} open={shown.error('field.key') !== null}>
        <TextInput
          {...shown.field('field.key', field.key)}
          label={t('forms.part.key')}
          hint={t('forms.part.keyHint')}
          maxLength={40}
          width="medium"
          autocomplete="off"
        />
        {field.type === 'text' && (
          <Select
            {...shown.field('field.prefill', field.prefill)}
            label={t('forms.part.prefill')}
            hint={t('forms.part.prefillHint')}
            empty={t('forms.part.none')}
            optional
            width="medium"
            options={PREFILLS.map((value) => ({ value, label: t(`forms.prefill.${value}`) }))}
          />
        )}
      </Disclosure>
    </ChangeForm>
  )
}
