/**
 * Suggestions under a search field: a combobox with a list of options (ARIA Authoring Practices 1.2, "editable combobox with list
 * autocomplete"). The field stays a plain form; choosing an option opens it or searches for it.
 */
interface Props {
  lang: string
  base: string
  portal: string
  search: string
  texts: { list: string; count: string; none: string }
}

interface Suggestion {
  text: string
  marks: [number, number][]
  url: string | null
  lang: string | null
}

/** Milliseconds of rest after a key before the server is asked. */
const PAUSE = 90

export function mount(place: HTMLElement, { lang, base, portal, search, texts }: Props) {
  const field = place.parentElement as HTMLElement
  const found = field.querySelector<HTMLInputElement>('input[type=search]')
  if (!found) return
  const input: HTMLInputElement = found
  const id = `${input.id || 'search'}-suggestions`
  const list = Object.assign(document.createElement('div'), { className: 'suggestions', id, hidden: true })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', texts.list)
  const status = Object.assign(document.createElement('span'), { className: 'visually-hidden' })
  status.setAttribute('role', 'status')
  field.append(list, status)
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', id],
    ['aria-expanded', 'false'],
  ] as const)
    input.setAttribute(name, value)

  let items: Suggestion[] = []
  let active = -1
  let timer = 0
  let asked: AbortController | undefined
  let lastAsked = ''

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(ask, PAUSE)
  })
  input.addEventListener('keydown', onKey)
  input.addEventListener('blur', close)
  // Chosen with the pointer: before the field loses the focus and the list closes.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]')
    if (option) choose(Number(option.dataset['index']))
  })

  async function ask() {
    const q = input.value.trim()
    if (q.length < 2) return show([])
    if (q === lastAsked && items.length > 0) return open()
    asked?.abort()
    asked = new AbortController()
    try {
      const query = new URLSearchParams({ q, lang, portal })
      const answer = await fetch(`/api/v1/search/suggestions?${query}`, {
        signal: asked.signal,
        headers: { accept: 'application/json' },
      })
      if (!answer.ok) return show([])
      lastAsked = q
      show(((await answer.json()) as { items: Suggestion[] }).items)
    } catch {
      // Aborted by the next key, or no connection: the form still works.
    }
  }

  function show(next: Suggestion[]) {
    items = next
    active = -1
    input.removeAttribute('aria-activedescendant')
    list.replaceChildren(...items.map(option))
    status.textContent =
      items.length > 0
        ? texts.count.replace('#', String(items.length))
        : input.value.trim().length > 1
          ? texts.none
          : ''
    if (items.length > 0 && document.activeElement === input) open()
    else close()
  }

  function option(item: Suggestion, index: number): HTMLElement {
    const row = document.createElement('div')
    row.id = `${id}-${index}`
    row.dataset['index'] = String(index)
    row.setAttribute('role', 'option')
    row.setAttribute('aria-selected', 'false')
    const words = document.createElement('span')
    if (item.lang && item.lang !== lang) words.lang = item.lang
    let at = 0
    for (const [start, end] of item.marks) {
      words.append(item.text.slice(at, start))
      const mark = document.createElement('mark')
      mark.textContent = item.text.slice(start, end)
      words.append(mark)
      at = end
    }
    words.append(item.text.slice(at))
    row.append(words)
    const arrow = document.createElement('span')
    arrow.className = 'hint'
    arrow.setAttribute('aria-hidden', 'true')
    arrow.textContent = item.url ? '→' : '⌕'
    row.append(arrow)
    return row
  }

  function onKey(event: KeyboardEvent) {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (items.length === 0) return
      event.preventDefault()
      if (list.hidden) open()
      // One place more than there are options: the field itself.
      const places = items.length + 1
      move(((active + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places) - 1)
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault()
      choose(active)
    } else if (event.key === 'Tab') close()
  }

  function move(to: number) {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = to
    const row = list.children[to]
    if (!row) return input.removeAttribute('aria-activedescendant')
    row.setAttribute('aria-selected', 'true')
    row.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', row.id)
  }

  function choose(index: number) {
    const item = items[index]
    if (item) location.assign(item.url ? base + item.url : `${search}?${new URLSearchParams({ q: item.text })}`)
  }

  function open() {
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }

  function close() {
    list.hidden = true
    active = -1
    for (const row of list.children) row.setAttribute('aria-selected', 'false')
    input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-expanded', 'false')
  }
}
