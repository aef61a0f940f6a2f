import type { z } from 'zod'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import { TextsFields, textsOf } from '../../pages/admin/texts-fields.tsx'
import { type FormShown, formOf } from '../../pages/form.tsx'
import { listCostCentres } from '../operations/list-cost-centres.ts'
import { changeCostCentre, createCostCentre, deleteCostCentre } from '../operations/save-cost-centre.ts'

type CostCentre = z.output<typeof listCostCentres.output>['items'][number]

/** Cost centres and who answers for them. */
export const costCentresPage = definePage({
  path: '/admin/cost-centres',
  layout: 'admin',
  requires: 'identity.manage',
  async get(call) {
    const { t } = call
    const { items } = await call.run(listCostCentres, {})
    const create = formOf(call, 'create')
    const change = formOf(call, 'change', 'delete')
    return {
      title: t('identity.reporting.costCentres'),
      view: (
        <div class="narrow stack">
          <PageHead title={t('identity.reporting.costCentres')} lead={t('identity.reporting.costCentresLead')} />
          {change.summary}
          {items.length === 0 && (
            <EmptyState icon="wallet" title={t('identity.reporting.noCostCentres')}>
              {t('identity.reporting.costCentresLead')}
            </EmptyState>
          )}
          <div>
            {items.map((one) => (
              <CostCentrePart key={one.id} call={call} one={one} change={change} />
            ))}
          </div>
          <Card title={t('identity.reporting.newCostCentre')}>
            {create.summary}
            <form method="post" class="form">
              <Content call={call} form={create} one={null} />
              <FormActions reachable={false}>
                <Button name="action" value="create" icon="plus">
                  {t('identity.reporting.newCostCentre')}
                </Button>
              </FormActions>
            </form>
          </Card>
        </div>
      ),
    }
  },
  post: {
    async create(call, fields) {
      await call.run(createCostCentre, contentOf(fields))
      return goTo(call.url('/admin/cost-centres'), 'identity.saved')
    },
    async change(call, fields) {
      await call.run(changeCostCentre, { id: fields.get('id'), ...contentOf(fields) })
      return goTo(call.url('/admin/cost-centres'), 'identity.saved')
    },
    async delete(call, fields) {
      await call.run(deleteCostCentre, { id: fields.get('id') })
      return goTo(call.url('/admin/cost-centres'), 'identity.deleted')
    },
  },
})

function contentOf(fields: Fields) {
  return { key: fields.get('key'), names: textsOf(fields, 'names'), owner: fields.get('owner') }
}

function CostCentrePart({ call, one, change }: { call: PageCall; one: CostCentre; change: FormShown }) {
  const { t } = call
  const isRefused = change.value('id') === one.id
  return (
    <Disclosure
      title={
        <>
          {one.key} · {one.name} <span class="muted">{one.owner?.name ?? t('identity.reporting.noOwner')}</span>
        </>
      }
      open={isRefused}
    >
      <form method="post" class="form">
        <input type="hidden" name="id" value={one.id} />
        <Content call={call} form={isRefused ? change : formOf(call, 'none')} one={one} />
        <FormActions reachable={false}>
          <Button look="primary" name="action" value="change">
            {t('identity.save')}
          </Button>
          <Button look="quiet" name="action" value="delete" icon="trash-2" formnovalidate>
            {t('identity.delete')}
          </Button>
        </FormActions>
      </form>
    </Disclosure>
  )
}

function Content({ call, form, one }: { call: PageCall; form: FormShown; one: CostCentre | null }) {
  const { t } = call
  const id = one?.id ?? 'new'
  return (
    <>
      <TextInput
        t={t}
        name="key"
        id={`f-key-${id}`}
        label={t('identity.reporting.key')}
        hint={t('identity.reporting.keyHint')}
        width="medium"
        value={form.value('key', one?.key)}
        error={form.error('key')}
      />
      <TextsFields call={call} form={form} name="names" legend={t('identity.name')} texts={one?.names ?? {}} />
      <TextInput
        t={t}
        name="owner"
        id={`f-owner-${id}`}
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
