import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** Puts marks around the selection, or takes them away again. */
export function wrapWith(view: EditorView, mark: string): boolean {
  const change = view.state.changeByRange((range) => {
    const before = view.state.sliceDoc(range.from - mark.length, range.from)
    const after = view.state.sliceDoc(range.to, range.to + mark.length)
    if (before === mark && after === mark)
      return {
        changes: [
          { from: range.from - mark.length, to: range.from },
          { from: range.to, to: range.to + mark.length },
        ],
        range: EditorSelection.range(range.from - mark.length, range.to - mark.length),
      }
    return {
      changes: [
        { from: range.from, insert: mark },
        { from: range.to, insert: mark },
      ],
      range: EditorSelection.range(range.from + mark.length, range.to + mark.length),
    }
  })
  return run(view, change)
}

const PREFIX = /^(#{1,6} |[-*+] |\d+[.)] |> )/

/** Begins every line of the selection with a prefix, in place of another one; takes it away when all have it. */
export function beginLines(view: EditorView, prefix: (index: number) => string): boolean {
  const lines = linesOf(view.state)
  const all = lines.every((line, index) => line.text.startsWith(prefix(index)))
  const changes = lines.map((line, index) => {
    const old = PREFIX.exec(line.text)?.[0] ?? ''
    return { from: line.from, to: line.from + old.length, insert: all ? '' : prefix(index) }
  })
  return run(view, { changes })
}

/** Puts text in place of the selection; the caret ends behind it. */
export function insert(view: EditorView, text: string): boolean {
  return run(view, view.state.replaceSelection(text))
}

/** Puts text on lines of its own, with an empty line before and after. */
export function insertBlock(view: EditorView, text: string): boolean {
  const { from } = view.state.selection.main
  const before = view.state.sliceDoc(Math.max(0, from - 2), from)
  const gap = before === '' || before === '\n\n' ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  return insert(view, `${gap}${text}\n\n`)
}

/** The selected words. */
export function selected(view: EditorView): string {
  const { from, to } = view.state.selection.main
  return view.state.sliceDoc(from, to)
}

function linesOf(state: EditorState) {
  const { from, to } = state.selection.main
  const [first, last] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number]
  return Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index))
}

function run(view: EditorView, change: TransactionSpec): boolean {
  view.dispatch(change, { scrollIntoView: true, userEvent: 'input' })
  view.focus()
  return true
}
