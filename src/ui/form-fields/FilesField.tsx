import type { JSX } from 'preact'
import type { FieldOf } from '../../kernel/form/definition.ts'
import { FILE_KINDS } from '../../kernel/form/value-rules.ts'
import { Checkbox } from '../components/Checkbox.tsx'
import { fieldId } from '../components/Field.tsx'
import { FileInput } from '../components/FileInput.tsx'
import type { FieldParts } from './SimpleField.tsx'

interface FilesProps extends FieldParts {
  name: string
  label: JSX.Element | string
  hint?: JSX.Element | string | undefined
  optional: boolean
  field: FieldOf<'file'>
  ids: readonly string[]
}

/** Files to send along; those that are there already can be taken away again. */
export function FilesField({ t, errorOf, lists, name, label, hint, optional, field, ids }: FilesProps) {
  const kinds = field.kinds.map((kind) => t(`ui.form.file.${kind}`)).join(', ')
  const limits = t('ui.form.file.limits', {
    kinds: kinds || t('ui.form.file.any'),
    size: field.maxSize,
    count: field.max,
  })
  return (
    <div class="stack tight">
      <FileInput
        t={t}
        name={name}
        label={label}
        hint={
          <>
            {hint} {hint && <br />}
            {limits}
          </>
        }
        error={errorOf(name)}
        optional={optional || ids.length > 0}
        multiple={field.max > 1}
        accept={
          field.kinds.flatMap((kind) => [...FILE_KINDS[kind], ...(kind === 'table' ? ['.csv'] : [])]).join(',') ||
          undefined
        }
      />
      {ids.length > 0 && (
        <ul class="form-files">
          {ids.map((id) => (
            <li key={id} class="row spread">
              <span>{lists.files[id]?.name ?? id}</span>
              <input type="hidden" name={`${name}.kept`} value={`${id} ${lists.files[id]?.name ?? ''}`} />
              <Checkbox
                name={`${name}.remove`}
                value={id}
                id={fieldId(`${name}.remove.${id}`)}
                label={t('ui.form.file.remove')}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
