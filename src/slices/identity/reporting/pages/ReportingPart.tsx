import type { z } from 'zod'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import { formOf } from '../../pages/form.tsx'
import type { listCostCentres } from '../operations/list-cost-centres.ts'
import type { readReporting } from '../operations/read-reporting.ts'

interface PartProps {
  call: PageCall
  reporting: z.output<typeof readReporting.output>
  costCentres: z.output<typeof listCostCentres.output>['items']
}

/** Who somebody reports to, and on which cost centre they book: approvals follow both. */
export function ReportingPart({ call, reporting, costCentres }: PartProps) {
  const { t } = call
  const form = formOf(call, 'reporting')
  return (
    <Card title={t('identity.reporting.title')}>
      {form.summary}
      <form method="post" class="form">
        <TextInput
          t={t}
          name="manager"
          type="email"
          optional
          label={t('identity.reporting.manager')}
          hint={
            reporting.manager
              ? t('identity.reporting.managerIs', { name: reporting.manager.name })
              : t('identity.reporting.managerHint')
          }
          value={form.value('manager', reporting.manager?.email)}
          error={form.error('manager')}
        />
        <Select
          t={t}
          name="costCentreId"
          optional
          label={t('identity.reporting.costCentre')}
          empty={t('identity.reporting.none')}
          options={costCentres.map((one) => ({ value: one.id, label: `${one.key} · ${one.name}` }))}
          value={form.value('costCentreId', reporting.costCentreId)}
          error={form.error('costCentreId')}
        />
        <FormActions reachable={false}>
          <Button name="action" value="reporting">
            {t('identity.save')}
          </Button>
        </FormActions>
      </form>
    </Card>
  )
}
