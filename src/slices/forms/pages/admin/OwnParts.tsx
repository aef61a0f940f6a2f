import type { JSX } from 'preact'
import type { Field } from '../../../../kernel/form/definition.ts'
import { CheckboxField } from '../../../../ui/components/Checkbox.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { ColumnsEditor } from './ColumnsEditor.tsx'
import { OptionsEditor } from './OptionsEditor.tsx'
import { ComputedParts } from './own-parts/ComputedParts.tsx'
import { DateParts } from './own-parts/DateParts.tsx'
import { NumberInput } from './own-parts/NumberInput.tsx'
import { TextParts } from './own-parts/TextParts.tsx'

interface OwnPartsProps {
  call: PageCall
  shown: ShownForm
  field: Field
  above: readonly Field[]
}

/** What only fields of this type have. */
export function OwnParts({ call, shown, field, above }: OwnPartsProps): JSX.Element | null {
  const { t } = call
  switch (field.type) {
    case 'text':
      return <TextParts call={call} shown={shown} field={field} />
    case 'longText':
      return <NumberInput shown={shown} part="maxLength" label={t('forms.part.maxLength')} value={field.maxLength} />
    case 'choice':
      return (
        <>
          <OptionsEditor call={call} shown={shown} options={field.options} />
          <CheckboxField t={t} name="field.many" label={t('forms.part.many')} checked={field.many} />
          {field.many && (
            <div class="builder-line">
              <NumberInput shown={shown} part="min" label={t('forms.part.least')} value={field.min} />
              <NumberInput shown={shown} part="max" label={t('forms.part.most')} value={field.max} />
            </div>
          )}
        </>
      )
    case 'yesNo':
      return (
        <CheckboxField
          t={t}
          name="field.mustBeYes"
          label={t('forms.part.mustBeYes')}
          hint={t('forms.part.mustBeYesHint')}
          checked={field.mustBeYes}
        />
      )
    case 'number':
      return (
        <div class="builder-line">
          <NumberInput shown={shown} part="min" label={t('forms.part.min')} value={field.min} />
          <NumberInput shown={shown} part="max" label={t('forms.part.max')} value={field.max} />
          <NumberInput shown={shown} part="step" label={t('forms.part.step')} value={field.step} />
          <TextInput
            {...shown.field('field.unit', field.unit)}
            label={t('forms.part.unit')}
            width="short"
            optional
            maxLength={20}
          />
        </div>
      )
    case 'date':
      return <DateParts call={call} shown={shown} field={field} />
    case 'file':
      return (
        <>
          <CheckboxGroup
            t={t}
            name="field.kinds"
            legend={t('forms.part.kinds')}
            hint={t('forms.part.kindsHint')}
            optional
            values={field.kinds}
            choices={(['picture', 'document', 'table'] as const).map((value) => ({
              value,
              label: t(`ui.form.file.${value}`),
            }))}
          />
          <div class="builder-line">
            <NumberInput shown={shown} part="maxSize" label={t('forms.part.maxSize')} value={field.maxSize} />
            <NumberInput shown={shown} part="min" label={t('forms.part.least')} value={field.min} />
            <NumberInput shown={shown} part="max" label={t('forms.part.most')} value={field.max} />
          </div>
        </>
      )
    case 'address':
      return (
        <TextInput
          {...shown.field('field.countries', field.countries.join(', '))}
          label={t('forms.part.countries')}
          hint={t('forms.part.countriesHint')}
          width="medium"
        />
      )
    case 'table':
      return (
        <>
          <ColumnsEditor call={call} shown={shown} columns={field.columns} />
          <div class="builder-line">
            <NumberInput shown={shown} part="minRows" label={t('forms.part.minRows')} value={field.minRows} />
            <NumberInput shown={shown} part="maxRows" label={t('forms.part.maxRows')} value={field.maxRows} />
          </div>
        </>
      )
    case 'computed':
      return <ComputedParts call={call} shown={shown} field={field} above={above} />
    default:
      return null
  }
}
