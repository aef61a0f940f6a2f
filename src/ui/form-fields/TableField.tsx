import type { JSX } from 'preact'
import type { Row } from '../../kernel/form/answers.ts'
import type { FieldOf } from '../../kernel/form/definition.ts'
import { Button } from '../components/Button.tsx'
import { fieldId } from '../components/Field.tsx'
import { Fieldset } from '../components/Fieldset.tsx'
import { type FieldParts, SimpleField, words } from './SimpleField.tsx'

interface TableProps extends FieldParts {
  name: string
  label: JSX.Element | string
  hint?: JSX.Element | string | undefined
  optional: boolean
  field: FieldOf<'table'>
  rows: readonly Row[]
}

/** Rows of a few values. There is always an empty one to go on with; rows that stay empty count for nothing. */
export function TableField({ rows, ...props }: TableProps) {
  const { t, errorOf, name, label, hint, optional, field } = props
  const shown = Math.min(field.maxRows, Math.max(field.minRows, rows.length + 1))
  return (
    <Fieldset t={t} legend={label} hint={hint} optional={optional} error={errorOf(name)} id={fieldId(name)}>
      <ol class="form-rows" data-rows={name} data-max={field.maxRows}>
        {Array.from({ length: shown }, (_, index) => (
          <TableRow key={index} {...props} index={index} row={rows[index] ?? {}} />
        ))}
      </ol>
      <div class="row">
        <Button
          name={`${name}.add`}
          value="1"
          size="small"
          icon="plus"
          data-add-row={name}
          disabled={shown >= field.maxRows && rows.length >= shown}
        >
          {t('ui.form.row.add')}
        </Button>
      </div>
    </Fieldset>
  )
}

function TableRow({ index, row, name, field, ...parts }: Omit<TableProps, 'rows'> & { index: number; row: Row }) {
  const { t, lang } = parts
  const title = t('ui.form.row.title', { number: index + 1 })
  return (
    <li class="form-row" data-row>
      <input type="hidden" name={`${name}.row`} value={index} />
      <div class="form-row-cells" data-title={title}>
        {field.columns.map((column) => (
          <SimpleField
            key={column.key}
            {...parts}
            hint={undefined}
            name={`${name}.${index}.${column.key}`}
            label={words(t, lang, column.label)}
            optional={!column.required}
            field={column}
            value={row[column.key]}
          />
        ))}
      </div>
      <Button name={`${name}.remove`} value={String(index)} look="quiet" size="small" icon="trash-2" data-remove-row>
        <span class="visually-hidden">{t('ui.form.row.remove', { number: index + 1 })}</span>
      </Button>
    </li>
  )
}
