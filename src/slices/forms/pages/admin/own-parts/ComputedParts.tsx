import type { Field, FieldOf } from '../../../../../kernel/form/definition.ts'
import { inLang } from '../../../../../kernel/form/local-text.ts'
import { FUNCTIONS } from '../../../../../kernel/form/parse-expression.ts'
import { Select } from '../../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../../ui/form.ts'
import type { PageCall } from '../../../../../ui/page.ts'
import { NumberInput } from './NumberInput.tsx'

interface ComputedPartsProps {
  call: PageCall
  shown: ShownForm
  field: FieldOf<'computed'>
  /** Fields that the formula may use. */
  above: readonly Field[]
}

/** The formula of a computed value, the names that it may use, and how the result is shown. */
export function ComputedParts({ call, shown, field, above }: ComputedPartsProps) {
  const { t, lang } = call
  return (
    <>
      <TextArea
        {...shown.field('field.expression', field.expression)}
        label={t('forms.part.expression')}
        hint={t('forms.part.expressionHint', { functions: Object.keys(FUNCTIONS).join(', ') })}
        rows={2}
        maxLength={500}
        spellcheck={false}
      />
      <dl class="builder-names">
        {above.flatMap((one) => {
          if (one.type === 'note') return []
          const columns =
            one.type === 'table'
              ? one.columns.map((column) => ({ key: `${one.key}.${column.key}`, label: column.label }))
              : []
          return [one, ...columns].map(({ key, label }) => (
            <div key={key}>
              <dt>
                <code>{key}</code>
              </dt>
              <dd>{inLang(label, lang)}</dd>
            </div>
          ))
        })}
      </dl>
      <div class="builder-line">
        <Select
          {...shown.field('field.show', field.show)}
          label={t('forms.part.show')}
          options={(['number', 'money', 'text', 'yesNo', 'date'] as const).map((value) => ({
            value,
            label: t(`forms.show.${value}`),
          }))}
        />
        <NumberInput shown={shown} part="decimals" label={t('forms.part.decimals')} value={field.decimals} />
        <TextInput
          {...shown.field('field.unit', field.unit)}
          label={t('forms.part.unit')}
          width="short"
          optional
          maxLength={20}
        />
        <TextInput
          {...shown.field('field.currency', field.currency)}
          label={t('forms.part.currency')}
          width="short"
          maxLength={3}
        />
      </div>
    </>
  )
}
