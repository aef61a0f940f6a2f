import type { Column } from '../../../../kernel/form/definition.ts'
import { LANGS } from '../../../../kernel/lang.ts'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { fieldId } from '../../../../ui/components/Field.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { LinesEditor } from './LinesEditor.tsx'
import { LANGUAGES } from './TextsFields.tsx'

const TYPES = ['text', 'number', 'date', 'choice', 'yesNo'] as const

/** Columns that a table may have. */
const MOST = 8

interface ColumnsEditorProps {
  call: PageCall
  shown: ShownForm
  columns: readonly Column[]
}

/** The columns of a table, with type, short name and, where there are any, what can be chosen. */
export function ColumnsEditor({ call, shown, columns }: ColumnsEditorProps) {
  const { t } = call
  const name = 'field.columns'
  return (
    <LinesEditor
      call={call}
      shown={shown}
      name={name}
      legend={t('forms.part.columns')}
      hint={t('forms.part.columnsHint')}
      lines={columns}
      most={MOST}
      added={{ about: t('forms.part.newColumn'), button: t('forms.part.addColumn') }}
    >
      {(column, n, about) => (
        <>
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
        </>
      )}
    </LinesEditor>
  )
}
