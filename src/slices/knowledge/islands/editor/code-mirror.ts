import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { defineLanguageFacet, HighlightStyle, Language, syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { GFM, parser } from '@lezer/markdown'
import { wrapWith } from './commands.ts'

const markdown = new Language(defineLanguageFacet({}), parser.configure([GFM]), [], 'markdown')

/** Colours come from the page: custom properties reach into the shadow root. */
const look = EditorView.theme({
  '&': { fontSize: '1rem', color: 'var(--ink)', backgroundColor: 'var(--sheet)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': {
    fontFamily: 'var(--read)',
    lineHeight: '1.6',
    padding: '1rem 1.1rem',
    minHeight: '24rem',
    caretColor: 'var(--ink)',
  },
  // As tall as its text: the page scrolls, and nothing inside needs to.
  '.cm-scroller': { overflow: 'visible' },
  '.cm-line': { padding: '0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
})

const marks = HighlightStyle.define([
  { tag: tags.heading1, fontWeight: '600', fontSize: '1.35em' },
  { tag: tags.heading2, fontWeight: '600', fontSize: '1.3em' },
  { tag: tags.heading3, fontWeight: '600', fontSize: '1.15em' },
  { tag: tags.heading, fontWeight: '600' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.link, color: 'var(--accent)' },
  { tag: tags.url, color: 'var(--ink-2)' },
  { tag: tags.monospace, fontFamily: 'monospace' },
  { tag: tags.quote, color: 'var(--ink-2)' },
  { tag: tags.processingInstruction, color: 'var(--ink-2)', fontWeight: '400' },
])

interface EditorOptions {
  /** Where the editor stands; it gets a shadow root of its own, so that its styles need no inline `style` element. */
  host: HTMLElement
  text: string
  label: string
  lang: string
  onChange(text: string): void
  /** Pictures that were pasted or dropped. */
  onPictures(files: File[]): void
  onLink(): void
}

/** An editor for Markdown that shows headings, emphasis and links as one writes. Tab leaves it, as with any field. */
export function openEditor({ host, text, label, lang, onChange, onPictures, onLink }: EditorOptions): EditorView {
  const root = host.attachShadow({ mode: 'open' })
  const takePictures = (files: FileList | undefined, event: Event): boolean => {
    const pictures = [...(files ?? [])].filter((file) => file.type.startsWith('image/'))
    if (pictures.length === 0) return false
    event.preventDefault()
    onPictures(pictures)
    return true
  }
  return new EditorView({
    root,
    parent: root as unknown as Element,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        drawSelection(),
        markdown.extension,
        syntaxHighlighting(marks),
        look,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, lang, spellcheck: 'true', autocorrect: 'on' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString())
        }),
        EditorView.domEventHandlers({
          paste: (event) => takePictures(event.clipboardData?.files, event),
          drop: (event) => takePictures(event.dataTransfer?.files, event),
        }),
        keymap.of([
          { key: 'Mod-b', run: (view) => wrapWith(view, '**') },
          { key: 'Mod-i', run: (view) => wrapWith(view, '*') },
          {
            key: 'Mod-k',
            run: () => {
              onLink()
              return true
            },
          },
          ...defaultKeymap,
          ...historyKeymap,
        ]),
      ],
    }),
  })
}
