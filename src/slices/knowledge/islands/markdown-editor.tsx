import type { EditorView } from '@codemirror/view'
import { render } from 'preact'
import { callApi } from './editor/api.ts'
import { ask } from './editor/ask.ts'
import { openEditor } from './editor/code-mirror.ts'
import { insert, insertBlock, selected } from './editor/commands.ts'
import { Toolbar } from './editor/Toolbar.tsx'
import type { EditorTexts } from './editor/texts.ts'

interface EditorProps {
  /** Id of the article. */
  article: string
  lang: string
  texts: EditorTexts
}

/** Wakes the field of a text as an editor: formatting as one writes, pictures by paste and drop, links to articles, preview. */
export function mount(element: HTMLElement, props: Record<string, unknown>) {
  const { article, lang, texts } = props as unknown as EditorProps
  const area = element.querySelector('textarea')
  const label = element.querySelector('label')
  if (!area) return
  const bar = document.createElement('div')
  const host = document.createElement('div')
  host.className = 'editor-host'
  const shown = document.createElement('div')
  shown.className = 'prose editor-preview'
  shown.lang = lang
  shown.hidden = true
  const status = document.createElement('p')
  status.className = 'muted small'
  status.setAttribute('role', 'status')
  area.before(bar, host, shown, status)
  area.hidden = true
  // Pictures come by the tool bar, by paste and by drop.
  document.querySelector('[data-without-editor]')?.setAttribute('hidden', '')

  const view: EditorView = openEditor({
    host,
    text: area.value,
    label: label?.textContent ?? '',
    lang,
    onChange(text) {
      area.value = text
      area.dispatchEvent(new Event('input', { bubbles: true }))
    },
    onPictures: (files) => void addPictures(files),
    onLink: () => void addLink(),
  })
  label?.addEventListener('click', (event) => {
    event.preventDefault()
    view.focus()
  })

  async function addPictures(files: File[]) {
    for (const file of files) {
      const about = await ask({
        ...dialog(texts.picture),
        label: texts.alternative,
        hint: `${texts.alternativeHint} ${file.name}`,
      })
      if (!about) continue
      status.textContent = texts.uploading
      try {
        const form = new FormData()
        form.append('file', file)
        const { id } = await callApi<{ id: string }>('POST', '/files', form)
        await callApi('POST', `/articles/${article}/files`, { files: [id] })
        insertBlock(view, `![${about.value.replace(/[[\]\\]/g, '')}](picture:${id})`)
        status.textContent = ''
      } catch (error) {
        status.textContent = `${texts.uploadFailed} ${(error as Error).message}`
      }
    }
  }

  async function addLink() {
    const answer = await ask({ ...dialog(texts.link), label: texts.linkAddress })
    if (answer) insert(view, `[${selected(view) || answer.value}](${answer.value.replace(/\s/g, '%20')})`)
  }

  async function addArticleLink() {
    const answer = await ask({
      ...dialog(texts.article),
      label: texts.articleWords,
      nothing: texts.noArticle,
      async find(words) {
        const query = new URLSearchParams({ words, lang })
        const { items } = await callApi<{ items: { id: string; title: string; isOnline: boolean }[] }>(
          'GET',
          `/editing/link-targets?${query}`,
        )
        return items.map(({ id, title, isOnline }) => ({
          value: id,
          label: title,
          ...(isOnline ? {} : { note: texts.draftOnly }),
        }))
      },
    })
    if (answer) insert(view, `[${selected(view) || answer.label.replace(/[[\]\\]/g, '')}](article:${answer.value})`)
  }

  function dialog(title: string) {
    return { title, insert: texts.insert, cancel: texts.cancel }
  }

  async function togglePreview() {
    const isPreview = Boolean(shown.hidden)
    if (isPreview) {
      const { html } = await callApi<{ html: string }>('POST', `/articles/${article}/preview`, {
        lang,
        text: view.state.doc.toString(),
      })
      // Made by the renderer of articles, which lets nothing dangerous through.
      shown.innerHTML = html
    }
    shown.hidden = !isPreview
    host.hidden = isPreview
    draw(isPreview)
  }

  function choosePictures() {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = true
    input.addEventListener('change', () => void addPictures([...(input.files ?? [])]))
    input.click()
  }

  function draw(isPreview: boolean) {
    const actions = { link: addLink, article: addArticleLink, picture: choosePictures, preview: togglePreview }
    render(<Toolbar view={view} texts={texts} actions={actions} isPreview={isPreview} />, bar)
  }
  draw(false)
}
