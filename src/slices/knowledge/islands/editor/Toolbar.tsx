import type { EditorView } from '@codemirror/view'
import { useRef, useState } from 'preact/hooks'
import { Icon } from '../../../../ui/components/Icon.tsx'
import type { IconName } from '../../../../ui/icon-names.ts'
import { beginLines, insertBlock, wrapWith } from './commands.ts'
import type { EditorTexts } from './texts.ts'

interface ToolbarProps {
  view: EditorView
  texts: EditorTexts
  actions: Record<'link' | 'article' | 'picture' | 'preview', () => void>
  isPreview: boolean
}

interface Tool {
  name: keyof EditorTexts
  icon: IconName
  run: () => void
}

/** What can be done with the text, by name and sign. One stop for Tab; arrows move inside (ARIA toolbar pattern). */
export function Toolbar({ view, texts, actions, isPreview }: ToolbarProps) {
  const [current, setCurrent] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const table = `| ${texts.tableHead} | ${texts.tableHead} |\n| --- | --- |\n| ${texts.tableCell} | ${texts.tableCell} |`
  const tools: Tool[] = [
    { name: 'bold', icon: 'bold', run: () => wrapWith(view, '**') },
    { name: 'italic', icon: 'italic', run: () => wrapWith(view, '*') },
    { name: 'heading', icon: 'heading-2', run: () => beginLines(view, () => '## ') },
    { name: 'list', icon: 'list', run: () => beginLines(view, () => '- ') },
    { name: 'numbers', icon: 'list-ordered', run: () => beginLines(view, (index) => `${index + 1}. `) },
    { name: 'callout', icon: 'info', run: () => insertBlock(view, '> [!NOTE]\n> ') },
    { name: 'table', icon: 'table', run: () => insertBlock(view, table) },
    { name: 'link', icon: 'link', run: actions.link },
    { name: 'article', icon: 'file-text', run: actions.article },
    { name: 'picture', icon: 'image', run: actions.picture },
  ]
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = (current + step + tools.length) % tools.length
    setCurrent(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div class="editor-bar">
      <div class="row" role="toolbar" aria-label={texts.toolbar} ref={bar} onKeyDown={move}>
        {tools.map(({ name, icon, run }, index) => (
          <button
            key={name}
            type="button"
            class="button quiet small"
            title={texts[name]}
            tabIndex={index === current ? 0 : -1}
            disabled={isPreview}
            onClick={() => {
              setCurrent(index)
              run()
            }}
          >
            <Icon name={icon} />
            <span class="visually-hidden">{texts[name]}</span>
          </button>
        ))}
      </div>
      <button type="button" class="button small" aria-pressed={isPreview} onClick={actions.preview}>
        <Icon name={isPreview ? 'pencil' : 'eye'} />
        {isPreview ? texts.write : texts.preview}
      </button>
    </div>
  )
}
