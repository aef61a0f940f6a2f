import type { Translate } from '../../../kernel/text.ts'
import { Icon } from '../../../ui/components/Icon.tsx'
import type { IconName } from '../../../ui/icon-names.ts'

const choices: { value: 'light' | 'auto' | 'dark'; icon: IconName }[] = [
  { value: 'light', icon: 'sun' },
  { value: 'auto', icon: 'sun-moon' },
  { value: 'dark', icon: 'moon' },
]

interface SchemeSwitchProps {
  t: Translate
  scheme: 'light' | 'dark' | null
  action: string
  back: string
}

/** Light, dark or as the system says. A form; with JavaScript it changes at once. */
export function SchemeSwitch({ t, scheme, action, back }: SchemeSwitchProps) {
  return (
    <form method="post" action={action} data-scheme-switch>
      <input type="hidden" name="back" value={back} />
      <fieldset class="segments" aria-labelledby="scheme-title">
        {choices.map(({ value, icon }) => (
          <button
            key={value}
            type="submit"
            class="segment"
            name="scheme"
            value={value}
            aria-pressed={value === (scheme ?? 'auto')}
          >
            <Icon name={icon} />
            {t(`ui.scheme.${value}`)}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
