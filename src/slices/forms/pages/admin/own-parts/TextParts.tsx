import type { FieldOf } from '../../../../../kernel/form/definition.ts'
import { Fieldset } from '../../../../../ui/components/Fieldset.tsx'
import { Select } from '../../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../../ui/form.ts'
import type { PageCall } from '../../../../../ui/page.ts'
import { TextsFields } from '../TextsFields.tsx'
import { NumberInput } from './NumberInput.tsx'

interface TextPartsProps {
  call: PageCall
  shown: ShownForm
  field: FieldOf<'text'>
}

/** What a short text has to look like. */
export function TextParts({ call, shown, field }: TextPartsProps) {
  const { t } = call
  return (
    <>
      <div class="builder-line">
        <Select
          {...shown.field('field.format', field.format)}
          label={t('forms.part.format')}
          options={(['plain', 'email', 'phone', 'url'] as const).map((value) => ({
            value,
            label: t(`forms.format.${value}`),
          }))}
        />
        <NumberInput shown={shown} part="maxLength" label={t('forms.part.maxLength')} value={field.maxLength} />
      </div>
      <Fieldset t={t} legend={t('forms.part.pattern')} hint={t('forms.part.patternHint')} id="f-field-pattern" optional>
        <TextInput
          {...shown.field('field.pattern.regex', field.pattern?.regex)}
          label={t('forms.part.regex')}
          maxLength={200}
          optional
          autocomplete="off"
        />
        {(field.pattern || shown.error('field.pattern.message')) && (
          <TextsFields
            call={call}
            form={shown}
            name="field.pattern.message"
            legend={t('forms.part.patternMessage')}
            texts={field.pattern?.message}
          />
        )}
      </Fieldset>
    </>
  )
}
