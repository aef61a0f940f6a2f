import { diffLines, diffWordsWithSpace } from 'diff'

/** A piece of a line: kept, new or gone. */
interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A line of a comparison, as `Diff` shows it. `gap`: so many lines that are the same are left out. */
export type Line = { kind: 'same' | 'added' | 'removed'; pieces: Piece[] } | { kind: 'gap'; lines: number }

/** Unchanged lines that are shown before and after a change. */
const AROUND = 2
/** Milliseconds after which a comparison gives up looking for the shortest one and shows the texts one after the other. */
const PATIENCE = 400

/** Compares line by line, and changed lines word by word. */
export function compareTexts(before: string, after: string): Line[] {
  const parts = diffLines(`${before}\n`, `${after}\n`, { timeout: PATIENCE }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  const lines: Line[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as (typeof parts)[number]
    const next = parts[at + 1]
    if (part.removed && next?.added) {
      lines.push(...changedLines(linesOf(part.value), linesOf(next.value)))
      at++
    } else if (part.added) lines.push(...linesOf(part.value).map((text) => lineOf('added', text)))
    else if (part.removed) lines.push(...linesOf(part.value).map((text) => lineOf('removed', text)))
    else lines.push(...shortened(linesOf(part.value), at === 0, at === parts.length - 1))
  }
  return lines
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n')
}

function lineOf(kind: 'same' | 'added' | 'removed', text: string): Line {
  return { kind, pieces: [{ kind: 'same', text }] }
}

/** Lines that stand for each other, compared by words; the rest as gone and new. */
function changedLines(before: string[], after: string[]): Line[] {
  const lines: Line[] = []
  for (let at = 0; at < Math.max(before.length, after.length); at++) {
    const [a, b] = [before[at], after[at]]
    if (a === undefined || b === undefined) {
      lines.push(a === undefined ? lineOf('added', b as string) : lineOf('removed', a))
      continue
    }
    const words = diffWordsWithSpace(a, b)
    const pieces = words.map(({ value, added, removed }) => ({
      kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
      text: value,
    }))
    lines.push({ kind: 'removed', pieces: pieces.filter(({ kind }) => kind !== 'added') })
    lines.push({ kind: 'added', pieces: pieces.filter(({ kind }) => kind !== 'removed') })
  }
  return lines
}

function shortened(texts: string[], isFirst: boolean, isLast: boolean): Line[] {
  const head = isFirst ? 0 : AROUND
  const tail = isLast ? 0 : AROUND
  const hidden = texts.length - head - tail
  if (hidden <= 1) return texts.map((text) => lineOf('same', text))
  return [
    ...texts.slice(0, head).map((text) => lineOf('same', text)),
    { kind: 'gap', lines: hidden },
    ...texts.slice(texts.length - tail, tail === 0 ? 0 : undefined).map((text) => lineOf('same', text)),
  ]
}
