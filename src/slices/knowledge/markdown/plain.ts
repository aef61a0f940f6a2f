import type { Token } from 'markdown-it'
import { wordsOf } from './parser.ts'

/** The plain text of tokens: a line for every heading, paragraph, item and table row. */
export function plainOf(tokens: readonly Token[]): string {
  const lines: string[] = []
  let head: string[] = []
  let row: string[] | null = null
  for (const token of tokens) {
    if (token.type === 'table_open') head = []
    else if (token.type === 'tr_open') row = []
    else if (token.type === 'thead_close') head = row ?? []
    else if (token.type === 'tr_close' && head.length > 0) lines.push(rowInWords(head, row ?? []))
    else if (token.type === 'table_close') {
      if (row === head) lines.push(rowInWords([], head))
      row = null
    } else if (token.type === 'inline') {
      const words = wordsOf(token)
      if (row) row.push(words)
      else lines.push(words)
    } else if (token.type === 'fence' || token.type === 'code_block') lines.push(token.content.trim())
  }
  return lines.filter(Boolean).join('\n')
}

/**
 * A row that can be read without its table, with what each column is about: `Meter: water – Report: black digits; Leave out: red ones.` Where
 * an answer quotes a row, nobody sees the head of the table.
 */
function rowInWords(head: readonly string[], row: readonly string[]): string {
  const cells = row
    .map((words, n) => ({ words, label: head[n] ?? '' }))
    .filter(({ words }) => words !== '')
    .map(({ words, label }) => (label && label !== words ? `${label}: ${words}` : words))
  const [first = '', ...rest] = cells
  const text = [first, rest.join('; ')].filter(Boolean).join(head.length > 0 ? ' – ' : '; ')
  return /[.!?…:]$|^$/.test(text) ? text : `${text}.`
}
