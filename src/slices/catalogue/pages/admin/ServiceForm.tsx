import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { FileInput } from '../../../../ui/components/FileInput.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { type ShownForm, shownForm } from '../../../../ui/form.ts'
import { ICON_NAMES } from '../../../../ui/icon-names.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { ServiceTexts } from '../../content.ts'
import type { readForEditing } from '../../operations/read-for-editing.ts'
import { ServicePicture } from '../ServiceCards.tsx'
import { amountOf } from './editor-fields.ts'

export type Edited = z.output<typeof readForEditing.output>

/** Everything about a service, in one form: words in each language, where and to whom, price, delivery. */
export function ServiceForm({ call, edited }: { call: PageCall; edited: Edited }) {
  const { t } = call
  const form = shownForm(t, call.form, 'save')
  return (
    <form method="post" enctype="multipart/form-data" class="form stack loose">
      <FormMessages t={t} form={form} />
      <input type="hidden" name="known" value={edited.newestVersion} />
      <Words call={call} edited={edited} form={form} />
      <Look call={call} edited={edited} form={form} />
      <Place call={call} edited={edited} form={form} />
      <Cost call={call} edited={edited} form={form} />
      <Delivery call={call} edited={edited} form={form} />
      <TextInput
        {...form.field('note')}
        optional
        label={t('catalogue.field.note')}
        hint={t('catalogue.field.noteHint')}
        maxLength={300}
      />
      <FormActions>
        <Button look="primary" name="action" value="save" icon="save">
          {t('catalogue.admin.save')}
        </Button>
      </FormActions>
    </form>
  )
}

interface Part {
  call: PageCall
  edited: Edited
  form: ShownForm
}

function Words({ call, edited, form }: Part) {
  const { t } = call
  const langs = [call.lang, ...LANGS.filter((lang) => lang !== call.lang)]
  return (
    <Fieldset t={t} legend={t('catalogue.part.words')} asHeading>
      {langs.map((lang, index) => {
        const texts = edited.definition.texts[lang] ?? ServiceTexts.parse({})
        const field = (name: string, initial: string) => form.field(`texts.${lang}.${name}`, initial)
        return (
          <Disclosure
            key={lang}
            title={`${t(`catalogue.lang.${lang}`)}${texts.name ? `: ${texts.name}` : ''}`}
            open={index === 0}
          >
            <div class="stack">
              <TextInput
                {...field('name', texts.name)}
                lang={lang}
                optional={index > 0}
                label={t('catalogue.field.name')}
                maxLength={120}
              />
              <TextInput
                {...field('summary', texts.summary)}
                lang={lang}
                optional
                label={t('catalogue.field.summary')}
                hint={t('catalogue.field.summaryHint')}
                maxLength={300}
              />
              <TextArea
                {...field('description', texts.description)}
                lang={lang}
                optional
                tall
                label={t('catalogue.field.description')}
                hint={t('catalogue.field.markdown')}
              />
              <TextArea
                {...field('included', texts.included.join('\n'))}
                lang={lang}
                optional
                label={t('catalogue.service.included')}
                hint={t('catalogue.field.perLine')}
              />
              <TextArea
                {...field('prerequisites', texts.prerequisites)}
                lang={lang}
                optional
                label={t('catalogue.service.prerequisites')}
                hint={t('catalogue.field.markdown')}
              />
              <TextArea
                {...field('access', texts.access)}
                lang={lang}
                optional
                rows={2}
                label={t('catalogue.field.access')}
                hint={t('catalogue.field.accessHint')}
              />
              <TextInput
                {...field('keywords', texts.keywords.join(', '))}
                lang={lang}
                optional
                label={t('catalogue.field.keywords')}
                hint={t('catalogue.field.keywordsHint')}
              />
            </div>
          </Disclosure>
        )
      })}
    </Fieldset>
  )
}

function Look({ call, edited: { definition }, form }: Part) {
  const { t } = call
  return (
    <Fieldset t={t} legend={t('catalogue.part.look')} asHeading>
      {definition.pictureId && (
        <>
          <div class="narrow">
            <ServicePicture service={{ icon: definition.icon, pictureUrl: `/files/${definition.pictureId}/picture` }} />
          </div>
          <Checkbox name="noPicture" label={t('catalogue.field.noPicture')} />
        </>
      )}
      <FileInput
        t={t}
        name="picture"
        optional
        label={t('catalogue.field.picture')}
        hint={t('catalogue.field.pictureHint')}
        accept="image/*"
        error={form.error('picture')}
      />
      <Select
        {...form.field('icon', definition.icon)}
        label={t('catalogue.field.icon')}
        options={ICON_NAMES.map((name) => ({ value: name, label: name }))}
        width="medium"
      />
    </Fieldset>
  )
}

function Place({ call, edited: { definition, choices, position, mayGiveAway }, form }: Part) {
  const { t } = call
  return (
    <Fieldset t={t} legend={t('catalogue.part.place')} asHeading>
      <Select
        {...form.field('categoryId', definition.categoryId)}
        optional
        label={t('catalogue.filter.category')}
        options={choices.categories}
        empty={t('catalogue.field.noCategory')}
      />
      <CheckboxGroup
        t={t}
        name="portals"
        legend={t('catalogue.field.portals')}
        hint={t('catalogue.field.portalsHint')}
        optional
        choices={choices.portals}
        values={form.values('portals', definition.portals)}
      />
      <Select
        {...form.field('audienceId', definition.audienceId)}
        optional
        label={t('catalogue.field.audience')}
        hint={t('catalogue.field.audienceHint')}
        options={choices.audiences}
        empty={t('catalogue.field.everybody')}
      />
      <Checkbox
        name="refusalShown"
        label={t('catalogue.field.refusalShown')}
        hint={t('catalogue.field.refusalShownHint')}
        checked={form.checked('refusalShown', definition.refusalShown)}
      />
      {mayGiveAway && (
        <Select
          {...form.field('ownerId', definition.ownerId)}
          optional
          label={t('catalogue.service.owner')}
          hint={t('catalogue.field.ownerHint')}
          options={choices.owners}
          empty={t('catalogue.field.nobody')}
        />
      )}
      <TextInput
        {...form.field('position', String(position))}
        type="number"
        width="short"
        min={0}
        label={t('catalogue.field.position')}
        hint={t('catalogue.field.positionHint')}
      />
    </Fieldset>
  )
}

function Cost({
  call,
  edited: {
    definition: { price },
  },
  form,
}: Part) {
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

function Delivery({ call, edited: { definition, choices }, form }: Part) {
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
