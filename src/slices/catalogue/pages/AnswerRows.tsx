import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import type { PageCall } from '../../../ui/page.ts'
import type { AnswerRowView } from '../answers-view.ts'

/** What was answered in a form, question by question. */
export function AnswerRows({ call, rows }: { call: PageCall; rows: readonly AnswerRowView[] }) {
  return <DescriptionList facts={rows.map((row) => ({ term: row.label, value: shownValue(call, row) }))} />
}

function shownValue({ format }: PageCall, { text, table, files }: AnswerRowView) {
  if (table)
    return (
      <ul>
        {table.rows.map((cells) => (
          <li key={cells.join(' ')}>{cells.filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
    )
  if (files.length > 0)
    return (
      <ul>
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <a href={`/files/${id}/${encodeURIComponent(name)}`}>{name}</a>{' '}
            <span class="muted small">{format.bytes(size)}</span>
          </li>
        ))}
      </ul>
    )
  return <span class="message-text">{text}</span>
}
