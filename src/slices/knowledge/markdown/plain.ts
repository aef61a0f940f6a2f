import type { Token } from 'markdown-it'
import { wordsOf } from './parser.ts'

/** The plain text of tokens: a line for every heading, paragraph, item and table row. */
export function plainOf(tokens: readonly Token[]): string {
  const lines: string[] = []
  let row: string[] | null = null
  for (const token of tokens) {
    if (token.type === 'tr_open') row = []
    else if (token.type === 'tr_close') {
      lines.push((row ?? []).filter(Boolean).join(' · '))
      row = null
    } else if (token.type === 'inline') {
      const words = wordsOf(token)
      if (row) row.push(words)
      else lines.push(words)
    } else if (token.type === 'fence' || token.type === 'code_block') lines.push(token.content.trim())
  }
  return lines.filter(Boolean).join('\n')
}
