import { callApi } from './editor/api.ts'

interface KeeperProps {
  article: string
  lang: string
  locale: string
  /** Number of the newest version when the page was opened. */
  head: number
  /** `%s` stands for what is filled in. */
  texts: { saved: string; failed: string; others: string; newer: string; none: string; checks: Record<string, string> }
}

/** Milliseconds: after the last key, and between signs that one is still there. */
const PAUSE = 1500
const SIGN = 30_000

/** Keeps on the server what is typed, says who else is editing, and checks the text while one writes. */
export function mount(element: HTMLElement, props: Record<string, unknown>) {
  const { article, lang, locale, head, texts } = props as unknown as KeeperProps
  const form = document.querySelector<HTMLFormElement>('form[data-editor]')
  const kept = element.querySelector<HTMLElement>('[data-kept]')
  const presence = element.querySelector<HTMLElement>('[data-others]')
  if (!form || !kept || !presence) return
  const place = `/articles/${article}/translations/${lang}`
  let timer: ReturnType<typeof setTimeout> | undefined
  let request: AbortController | undefined
  let isOver = false

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE)
  })
  // What is sent now is saved by the page itself: nothing may be kept behind its back.
  form.addEventListener('submit', () => {
    isOver = true
    clearTimeout(timer)
    request?.abort()
  })
  window.addEventListener('pagehide', () => {
    const body = JSON.stringify({ isOpen: false })
    void fetch(`/api/v1${place}/presence`, {
      method: 'PUT',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body,
    })
  })
  const sign = setInterval(async () => {
    if (document.hidden || !element.isConnected) return element.isConnected ? undefined : clearInterval(sign)
    const answer = await callApi<{ others: string[] }>('PUT', `${place}/presence`, { isOpen: true }).catch(() => null)
    if (answer) showOthers(answer.others)
  }, SIGN)

  async function keep() {
    if (isOver || !form) return
    request?.abort()
    request = new AbortController()
    const content = contentOf(form)
    const base = Number(new FormData(form).get('base'))
    try {
      const answer = await callApi<{ savedAt: string; head: number; others: string[] }>(
        'PUT',
        `${place}/draft`,
        { base, content },
        request.signal,
      )
      const at = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(answer.savedAt))
      say(answer.head > head ? texts.newer : texts.saved.replace('%s', at))
      showOthers(answer.others)
      await check(content)
    } catch (error) {
      if ((error as Error).name === 'AbortError' || isOver) return
      say(texts.failed)
      timer = setTimeout(keep, PAUSE * 4)
    }
  }

  async function check(content: Record<string, string>) {
    const list = document.querySelector<HTMLElement>('[data-problems]')
    if (!list) return
    const { problems } = await callApi<{ problems: { kind: string; about: string }[] }>('POST', `${place}/check`, {
      content,
    })
    const items = problems.map(({ kind, about }) => {
      const item = document.createElement('li')
      item.textContent = `${texts.checks[kind] ?? kind} ${about ? `„${about}“` : ''}`
      return item
    })
    if (items.length === 0) items.push(Object.assign(document.createElement('li'), { textContent: texts.none }))
    list.replaceChildren(...items)
  }

  function showOthers(names: string[]) {
    if (!presence) return
    presence.hidden = names.length === 0
    presence.textContent = names.length > 0 ? texts.others.replace('%s', names.join(', ')) : ''
  }

  function say(text: string) {
    if (kept && kept.textContent !== text) kept.textContent = text
  }
}

function contentOf(form: HTMLFormElement): Record<string, string> {
  const content: Record<string, string> = {}
  for (const [name, value] of new FormData(form))
    if (name.startsWith('content.') && typeof value === 'string') content[name.slice('content.'.length)] = value
  return content
}
