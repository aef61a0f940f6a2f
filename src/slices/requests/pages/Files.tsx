import type { Translate } from '../../../kernel/text.ts'
import { FileInput } from '../../../ui/components/FileInput.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import type { ShownForm } from '../../../ui/form.ts'
import type { Formats } from '../../../ui/formats.ts'
import type { Fields } from '../../../ui/page.ts'
import type { EntryView } from '../views.ts'

/** Files that came with a message. */
export function AttachedFiles({ t, format, files }: { t: Translate; format: Formats; files: EntryView['files'] }) {
  if (files.length === 0) return null
  return (
    <ul class="attached" aria-label={t('requests.page.files')}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={file.url} class="row">
            <Icon name={file.isPicture ? 'image' : 'paperclip'} />
            <span>
              {file.name}, {format.bytes(file.size)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Files to send along. Those of a refused form are kept and need not be chosen again. */
export function FilesField({ t, form, id }: { t: Translate; form: ShownForm; id?: string }) {
  const kept = form.values('files.kept')
  return (
    <>
      {kept.length > 0 && (
        <p class="small">{t('requests.write.filesKept', { names: kept.map((one) => one.slice(37)).join(', ') })}</p>
      )}
      {kept.map((one) => (
        <input key={one} type="hidden" name="files.kept" value={one} />
      ))}
      <FileInput
        t={t}
        name="files"
        id={id}
        label={t('requests.write.files')}
        hint={t('requests.write.filesHint')}
        error={form.error('files')}
        optional
        multiple
      />
    </>
  )
}

/** Ids of the files of a form, those kept from an earlier try included. */
export function fileIds(fields: Fields): string[] {
  const kept = fields.all('files.kept').map((one) => one.slice(0, 36))
  return [...new Set([...kept, ...fields.files('files').map((file) => file.id)])]
}
