import type { Column } from '../../../../kernel/form/definition.ts'
import { inLang } from '../../../../kernel/form/local-text.ts'
import { LANGS } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { fieldId } from '../../../../ui/components/Field.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { LineButtons } from './LineButtons.tsx'
import { LANGUAGES } from './TextsFields.tsx'

const TYPES = ['text', 'number', 'date', 'choice', 'yesNo'] as const

/** The columns of a table; an empty line at the end adds one. */
export function ColumnsEditor({
  call,
  shown,
  columns,
}: {
  call: PageCall
  shown: ShownForm
  columns: readonly Column[]
}) {
  const { t, lang } = call
  const name = 'field.columns'
  const lines = columns.length < 8 ? [...columns, null] : columns
  return (
    <Fieldset
      t={t}
      legend={t('forms.part.columns')}
      hint={t('forms.part.columnsHint')}
      error={shown.error(name)}
      id="f-field-columns"
    >
      <ol class="builder-lines">
        {lines.map((column, n) => {
          const about = column ? inLang(column.label, lang) : t('forms.part.newColumn')
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
                    value={column?.label[one]}
                    lang={one}
                    optional
                  />
                ))}
                <Select
                  t={t}
                  name={`${name}.${n}.type`}
                  label={t('forms.part.type')}
                  value={column?.type ?? 'text'}
                  options={TYPES.map((value) => ({ value, label: t(`forms.type.${value}`) }))}
                />
                <TextInput
                  t={t}
                  name={`${name}.${n}.key`}
                  label={t('forms.part.key')}
                  error={shown.error(`${name}.${n}.key`)}
                  value={column?.key}
                  maxLength={40}
                  optional
                />
                {column?.type === 'choice' &&
                  LANGS.map((one) => (
                    <TextArea
                      key={one}
                      t={t}
                      name={`${name}.${n}.options.${one}`}
                      label={
                        <>
                          <span class="visually-hidden">{about} </span>
                          {t('forms.part.optionLines')} <span lang={one}>({LANGUAGES[one]})</span>
                        </>
                      }
                      value={column.options.map((option) => option.label[one] ?? '').join('\n')}
                      lang={one}
                      rows={3}
                      optional
                    />
                  ))}
                <Checkbox
                  name={`${name}.${n}.required`}
                  id={fieldId(`${name}.${n}.required`)}
                  label={t('forms.part.columnRequired')}
                  checked={column?.required ?? false}
                />
              </div>
              {column ? (
                <LineButtons call={call} name={name} n={n} last={n === columns.length - 1} about={about} />
              ) : (
                <Button size="small" icon="plus">
                  {t('forms.part.addColumn')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </Fieldset>
  )
}
