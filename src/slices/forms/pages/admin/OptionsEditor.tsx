import type { Option } from '../../../../kernel/form/definition.ts'
import { inLang } from '../../../../kernel/form/local-text.ts'
import { LANGS } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { LineButtons } from './LineButtons.tsx'
import { LANGUAGES } from './TextsFields.tsx'

/** What can be chosen, in three languages, with a short name each; an empty line at the end adds one. */
export function OptionsEditor({
  call,
  shown,
  options,
}: {
  call: PageCall
  shown: ShownForm
  options: readonly Option[]
}) {
  const { t, lang } = call
  const name = 'field.options'
  const lines = [...options, null]
  return (
    <Fieldset
      t={t}
      legend={t('forms.part.options')}
      hint={t('forms.part.optionsHint')}
      error={shown.error(name)}
      id="f-field-options"
    >
      <ol class="builder-lines">
        {lines.map((option, n) => {
          const about = option ? inLang(option.label, lang) : t('forms.part.newOption')
          return (
            <li key={n} class="builder-item">
              <input type="hidden" name={`${name}.line`} value={n} />
              <div class="builder-cells">
                {LANGS.map((one) => (
                  <TextInput
                    key={one}
                    t={t}
                    name={`${name}.${n}.label.${one}`}
                    label={
                      <>
                        <span class="visually-hidden">{about} </span>
                        <span lang={one}>{LANGUAGES[one]}</span>
                      </>
                    }
                    error={one === 'de' ? shown.error(`${name}.${n}.label`) : null}
                    value={option?.label[one]}
                    lang={one}
                    optional
                  />
                ))}
                <TextInput
                  t={t}
                  name={`${name}.${n}.value`}
                  label={t('forms.part.value')}
                  error={shown.error(`${name}.${n}.value`)}
                  value={option?.value}
                  maxLength={100}
                  optional
                />
              </div>
              {option ? (
                <LineButtons call={call} name={name} n={n} last={n === options.length - 1} about={about} />
              ) : (
                <Button size="small" icon="plus">
                  {t('forms.part.addOption')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </Fieldset>
  )
}
