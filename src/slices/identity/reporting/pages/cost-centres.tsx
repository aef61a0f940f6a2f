import type { z } from 'zod'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { Fields, PageCall } from '../../../../ui/page.ts'
import { editableListPage } from '../../pages/admin/editable-list.tsx'
import { TextsFields, textsOf } from '../../pages/admin/texts-fields.tsx'
import type { FormShown } from '../../pages/form.tsx'
import { listCostCentres } from '../operations/list-cost-centres.ts'
import { changeCostCentre, createCostCentre, deleteCostCentre } from '../operations/save-cost-centre.ts'

type CostCentre = z.output<typeof listCostCentres.output>['items'][number]

/** Cost centres and who answers for them. */
export const costCentresPage = editableListPage<CostCentre>({
  path: '/admin/cost-centres',
  title: 'identity.reporting.costCentres',
  lead: 'identity.reporting.costCentresLead',
  none: 'identity.reporting.noCostCentres',
  icon: 'wallet',
  newOne: 'identity.reporting.newCostCentre',
  list: async (call) => (await call.run(listCostCentres, {})).items,
  heading: ({ t }, one) => (
    <>
      {one.key} · {one.name} <span class="muted">{one.owner?.name ?? t('identity.reporting.noOwner')}</span>
    </>
  ),
  fields: (call, form, one, suffix) => <CostCentreFields call={call} form={form} one={one} suffix={suffix} />,
  create: (call, fields) => call.run(createCostCentre, contentOf(fields)),
  change: (call, id, fields) => call.run(changeCostCentre, { id, ...contentOf(fields) }),
  remove: (call, id) => call.run(deleteCostCentre, { id }),
})

function contentOf(fields: Fields) {
  return { key: fields.get('key'), names: textsOf(fields, 'names'), owner: fields.get('owner') }
}

interface CostCentreFieldsProps {
  call: PageCall
  form: FormShown
  one: CostCentre | null
  suffix: string
}

function CostCentreFields({ call, form, one, suffix }: CostCentreFieldsProps) {
  const { t } = call
  return (
    <>
      <TextInput
        t={t}
        name="key"
        id={`f-key${suffix}`}
        label={t('identity.reporting.key')}
        hint={t('identity.reporting.keyHint')}
        width="medium"
        value={form.value('key', one?.key)}
        error={form.error('key')}
      />
      <TextsFields
        call={call}
        form={form}
        name="names"
        legend={t('identity.name')}
        texts={one?.names ?? {}}
        suffix={suffix}
      />
      <TextInput
        t={t}
        name="owner"
        id={`f-owner${suffix}`}
        type="email"
        optional
        label={t('identity.reporting.owner')}
        hint={t('identity.reporting.ownerHint')}
        value={form.value('owner', one?.owner?.email)}
        error={form.error('owner')}
      />
    </>
  )
}
