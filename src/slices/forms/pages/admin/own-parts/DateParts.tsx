import type { FieldOf } from '../../../../../kernel/form/definition.ts'
import { DateInput } from '../../../../../ui/components/DateInput.tsx'
import { Fieldset } from '../../../../../ui/components/Fieldset.tsx'
import type { ShownForm } from '../../../../../ui/form.ts'
import type { PageCall } from '../../../../../ui/page.ts'
import { NumberInput } from './NumberInput.tsx'

interface DatePartsProps {
  call: PageCall
  shown: ShownForm
  field: FieldOf<'date'>
}

/** Between which days a day has to lie: by the calendar, or counted from the day of filling in. */
export function DateParts({ call, shown, field }: DatePartsProps) {
  const { t } = call
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
              <NumberInput
                shown={shown}
                part={`${side}.days`}
                label={t('forms.date.days')}
                value={bound && 'days' in bound ? bound.days : undefined}
              />
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
}
