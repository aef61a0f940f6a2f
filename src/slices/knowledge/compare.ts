import { compareTexts, type Line } from '../../ui/compare-texts.ts'
import type { Content } from './content.ts'

/** What changed in each field of a content; fields without a change are left out. */
export function compareContents(before: Content, after: Content): { field: keyof Content; lines: Line[] }[] {
  const fields = Object.keys(after) as (keyof Content)[]
  return fields.flatMap((field) => {
    const [a, b] = [textOf(before[field]), textOf(after[field])]
    return a === b ? [] : [{ field, lines: compareTexts(a, b) }]
  })
}

function textOf(value: string | string[]): string {
  return Array.isArray(value) ? value.join(', ') : value
}
