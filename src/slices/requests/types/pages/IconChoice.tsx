import type { TextKey } from '../../../../kernel/text.ts'
import { RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Icon, iconOf } from '../../../../ui/components/Icon.tsx'
import type { IconName } from '../../../../ui/icon-names.ts'
import type { TypeFieldsProps } from './TypeFields.tsx'

/** Icons that say what people write about. */
const OFFERED = [
  'message-square-text',
  'circle-question-mark',
  'triangle-alert',
  'wrench',
  'megaphone',
  'lightbulb',
  'refresh-cw',
  'package',
  'receipt-text',
  'truck',
  'zap',
  'droplets',
  'heater',
  'router',
  'laptop',
  'key-round',
  'calendar-days',
  'users',
  'heart-pulse',
  'lock',
] as const satisfies readonly IconName[]

/** The icon of a kind, chosen by sight; one that was set otherwise stays among the choices. */
export function IconChoice({ call: { t }, form, type }: TypeFieldsProps) {
  const now = iconOf(type.icon, 'message-square-text')
  const known: readonly string[] = OFFERED
  const other = known.includes(now)
    ? []
    : [
        {
          value: now,
          label: (
            <>
              <Icon name={now} /> {now}
            </>
          ),
        },
      ]
  return (
    <div class="choice-grid">
      <RadioGroup
        t={t}
        name="icon"
        legend={t('requests.types.icon')}
        hint={t('requests.types.iconHint')}
        error={form.error('icon')}
        boxed
        choices={[
          ...OFFERED.map((name) => ({
            value: name,
            label: (
              <>
                <Icon name={name} /> {t(`requests.types.icon.${name}` as TextKey)}
              </>
            ),
          })),
          ...other,
        ]}
        value={form.values('icon', [now])[0] ?? now}
      />
    </div>
  )
}
