import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { amountOf } from './editor-fields.ts'
import type { ServicePart } from './service-part.ts'

/** What it costs. */
export function Cost({
  call,
  edited: {
    definition: { price },
  },
  form,
}: ServicePart) {
  const { t, lang } = call
  return (
    <Fieldset t={t} legend={t('catalogue.part.cost')} hint={t('catalogue.part.costHint')} asHeading>
      <div class="field-row">
        <TextInput
          {...form.field('once', amountOf(price.once, lang))}
          optional
          inputMode="decimal"
          width="short"
          affix={price.currency}
          label={t('catalogue.field.once')}
        />
        <TextInput
          {...form.field('recurring', amountOf(price.recurring, lang))}
          optional
          inputMode="decimal"
          width="short"
          affix={price.currency}
          label={t('catalogue.field.recurring')}
        />
        <Select
          {...form.field('every', price.every)}
          label={t('catalogue.field.every')}
          width="short"
          options={(['month', 'year'] as const).map((every) => ({
            value: every,
            label: t(`catalogue.price.every.${every}`),
          }))}
        />
        <TextInput
          {...form.field('taxPercent', String(price.taxPercent))}
          inputMode="decimal"
          width="short"
          affix="%"
          label={t('catalogue.field.tax')}
        />
        <TextInput
          {...form.field('currency', price.currency)}
          width="short"
          maxLength={3}
          label={t('catalogue.field.currency')}
        />
      </div>
    </Fieldset>
  )
}

/** When it is there, what is asked for it, and whether one has it from then on. */
export function Delivery({ call, edited: { definition, choices }, form }: ServicePart) {
  const { t } = call
  return (
    <Fieldset t={t} legend={t('catalogue.part.delivery')} asHeading>
      <div class="field-row">
        <TextInput
          {...form.field('promiseDays', definition.promiseDays === null ? '' : String(definition.promiseDays))}
          optional
          type="number"
          min={0}
          max={365}
          width="short"
          label={t('catalogue.field.promiseDays')}
        />
        <TextInput
          {...form.field('mostAtOnce', String(definition.mostAtOnce))}
          type="number"
          min={1}
          max={999}
          width="short"
          label={t('catalogue.field.mostAtOnce')}
        />
      </div>
      <Select
        {...form.field('formKey', definition.formKey)}
        optional
        label={t('catalogue.field.form')}
        hint={t('catalogue.field.formHint')}
        options={choices.forms}
        empty={t('catalogue.field.noForm')}
      />
      <Checkbox
        name="isHeld"
        label={t('catalogue.field.isHeld')}
        hint={t('catalogue.field.isHeldHint')}
        checked={form.checked('isHeld', definition.isHeld)}
      />
      <TextInput
        {...form.field('noticeDays', String(definition.noticeDays))}
        type="number"
        min={0}
        max={730}
        width="short"
        label={t('catalogue.field.noticeDays')}
        hint={t('catalogue.field.noticeDaysHint')}
      />
    </Fieldset>
  )
}
