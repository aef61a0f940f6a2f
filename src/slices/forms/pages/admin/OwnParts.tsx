import type { JSX } from 'preact'
import type { Field, FormDefinition } from '../../../../kernel/form/definition.ts'
import { inLang } from '../../../../kernel/form/local-text.ts'
import { FUNCTIONS } from '../../../../kernel/form/parse-expression.ts'
import { CheckboxField } from '../../../../ui/components/Checkbox.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { DateInput } from '../../../../ui/components/DateInput.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { ColumnsEditor } from './ColumnsEditor.tsx'
import { OptionsEditor } from './OptionsEditor.tsx'
import { TextsFields } from './TextsFields.tsx'

interface OwnPartsProps {
  call: PageCall
  form: FormDefinition
  shown: ShownForm
  field: Field
  above: readonly Field[]
}

/** What only fields of this type have. */
export function OwnParts({ call, shown, field, above }: OwnPartsProps): JSX.Element | null {
  const { t, lang } = call
  const number = (name: string, value: number | undefined, label: string, rest: object = {}) => (
    <TextInput
      {...shown.field(`field.${name}`, value === undefined ? '' : String(value))}
      label={label}
      type="number"
      step="any"
      width="short"
      optional
      {...rest}
    />
  )
  switch (field.type) {
    case 'text':
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
            {number('maxLength', field.maxLength, t('forms.part.maxLength'))}
          </div>
          <Fieldset
            t={t}
            legend={t('forms.part.pattern')}
            hint={t('forms.part.patternHint')}
            id="f-field-pattern"
            optional
          >
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
    case 'longText':
      return number('maxLength', field.maxLength, t('forms.part.maxLength'))
    case 'choice':
      return (
        <>
          <OptionsEditor call={call} shown={shown} options={field.options} />
          <CheckboxField t={t} name="field.many" label={t('forms.part.many')} checked={field.many} />
          {field.many && (
            <div class="builder-line">
              {number('min', field.min, t('forms.part.least'))}
              {number('max', field.max, t('forms.part.most'))}
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
          {number('min', field.min, t('forms.part.min'))}
          {number('max', field.max, t('forms.part.max'))}
          {number('step', field.step, t('forms.part.step'))}
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
      return (
        <>
          {(['min', 'max'] as const).map((side) => {
            const bound = field[side]
            return (
              <Fieldset
                key={side}
                t={t}
                legend={t(`forms.date.${side}`)}
                hint={t('forms.date.hint')}
                id={`f-field-${side}`}
                optional
              >
                <div class="builder-line">
                  {number(`${side}.days`, bound && 'days' in bound ? bound.days : undefined, t('forms.date.days'))}
                  <DateInput
                    {...shown.field(`field.${side}.date`, bound && 'date' in bound ? bound.date : '')}
                    label={t('forms.date.date')}
                    optional
                  />
                </div>
              </Fieldset>
            )
          })}
        </>
      )
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
            {number('maxSize', field.maxSize, t('forms.part.maxSize'))}
            {number('min', field.min, t('forms.part.least'))}
            {number('max', field.max, t('forms.part.most'))}
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
            {number('minRows', field.minRows, t('forms.part.minRows'))}
            {number('maxRows', field.maxRows, t('forms.part.maxRows'))}
          </div>
        </>
      )
    case 'computed':
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
            {number('decimals', field.decimals, t('forms.part.decimals'))}
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
    default:
      return null
  }
}
