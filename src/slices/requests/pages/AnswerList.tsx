import type { z } from 'zod'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import type { Formats } from '../../../ui/formats.ts'
import type { AnswerRowView } from '../writing/answer-row-view.ts'

type Row = z.output<typeof AnswerRowView>

/** What was filled in, question by question. */
export function AnswerList({ rows, format }: { rows: readonly Row[]; format: Formats }) {
  return (
    <div class="stack">
      <DescriptionList
        facts={rows.filter((row) => row.table === null).map((row) => ({ term: row.label, value: sayRow(row, format) }))}
      />
      {rows.map(
        ({ key, label, table }) =>
          table && (
            <DataTable
              key={key}
              caption={label}
              rows={table.rows.map((cells, n) => ({ cells, n }))}
              rowKey={(row) => String(row.n)}
              columns={table.heads.map((title, column) => ({
                title,
                head: column === 0,
                cell: (row: { cells: string[] }) => row.cells[column] ?? '',
              }))}
            />
          ),
      )}
    </div>
  )
}

function sayRow({ text, files }: Row, format: Formats) {
  if (files.length > 0) return files.map((file) => `${file.name}, ${format.bytes(file.size)}`).join(' · ')
  return <span class="message-text">{text}</span>
}
