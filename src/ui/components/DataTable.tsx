import type { ComponentChildren } from 'preact'
import { classes } from '../classes.ts'

/** A column of a table. */
export interface Column<Row> {
  title: string
  cell: (row: Row) => ComponentChildren
  /** The cell that names the row. One per table. */
  head?: boolean
  kind?: 'text' | 'number' | 'actions'
  /** Leads to the list sorted by this column. */
  sort?: { href: string; direction: 'ascending' | 'descending' | null }
}

interface DataTableProps<Row> {
  /** Says what the table lists. Hidden on request where a heading says the same. */
  caption: ComponentChildren
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown instead of a table without rows. */
  empty?: ComponentChildren
}

/** Rows and columns; on a phone every row becomes a card with its columns' names. */
export function DataTable<Row>({ caption, hideCaption, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div class="table-wrap">
      <table class="table stackable">
        <caption class={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                class={classOf(column)}
                aria-sort={column.sort?.direction ?? undefined}
              >
                {headOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.head ? (
                  <th key={column.title} scope="row" data-label={column.title} class={classOf(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.title} data-label={column.title} class={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function classOf<Row>({ kind }: Column<Row>): string | undefined {
  return classes(kind === 'number' && 'number', kind === 'actions' && 'actions') || undefined
}

function headOf<Row>({ title, kind, sort }: Column<Row>) {
  if (kind === 'actions') return <span class="visually-hidden">{title}</span>
  if (!sort) return title
  const arrow = sort.direction === 'ascending' ? '↑' : sort.direction === 'descending' ? '↓' : '↕'
  return (
    <a href={sort.href}>
      {title} <span aria-hidden="true">{arrow}</span>
    </a>
  )
}
