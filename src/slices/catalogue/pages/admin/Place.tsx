import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { FileInput } from '../../../../ui/components/FileInput.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { ICON_NAMES } from '../../../../ui/icon-names.ts'
import { ServicePicture } from '../ServiceCards.tsx'
import type { ServicePart } from './service-part.ts'

/** Its picture, or else its icon. */
export function Look({ call, edited: { definition }, form }: ServicePart) {
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

/** Where it stands, and who may order it. */
export function Place({ call, edited: { definition, choices, position, mayGiveAway }, form }: ServicePart) {
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
