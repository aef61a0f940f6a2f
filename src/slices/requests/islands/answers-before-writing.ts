/** Shows answers below the subject while it is being typed: many a message need not be written. What was opened goes along with it. */
interface Props {
  /** Id of the field that is being typed into. */
  input: string
  lang: string
  base: string
  portal: string
  texts: { title: string; opens: string; solved: string }
}

interface Suggestion {
  text: string
  url: string | null
  lang: string | null
}

/** Milliseconds of rest after a key before the server is asked. */
const PAUSE = 250
const MOST = 4

export function mount(place: HTMLElement, { input, lang, base, portal, texts }: Props): void {
  const field = document.getElementById(input) as HTMLInputElement | null
  const form = field?.form
  if (!field || !form) return
  const box = document.createElement('div')
  box.className = 'notice info'
  box.hidden = true
  box.setAttribute('role', 'status')
  place.append(box)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = ''

  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void ask(), PAUSE)
  })
  if (field.value) void ask()

  async function ask() {
    const words = (field as HTMLInputElement).value.trim()
    if (words === asked) return
    asked = words
    if (words.length < 4) return show([])
    const query = new URLSearchParams({ q: words, lang, portal, limit: '12' })
    const answer = await fetch(`/api/v1/search?${query}`).catch(() => null)
    if (!answer?.ok || asked !== words) return
    const { items } = (await answer.json()) as { items: (Suggestion & { title?: string })[] }
    show(
      items
        .filter((item) => item.url)
        .map((item) => ({ text: item.title ?? item.text, url: item.url, lang: item.lang }))
        .slice(0, MOST),
    )
  }

  function show(items: Suggestion[]) {
    box.hidden = items.length === 0
    const title = Object.assign(document.createElement('p'), { className: 'notice-title', textContent: texts.title })
    const list = Object.assign(document.createElement('ul'), { className: 'stack tight' })
    for (const item of items) list.append(entry(item))
    const body = Object.assign(document.createElement('div'), { className: 'notice-body' })
    body.append(title, list, solved())
    box.replaceChildren(body)
  }

  /** Ends the form: what was looked for is found. */
  function solved(): HTMLButtonElement {
    return Object.assign(document.createElement('button'), {
      className: 'button small',
      name: 'action',
      value: 'solved',
      formNoValidate: true,
      textContent: texts.solved,
    })
  }

  /** Opens in a new window: what has been written so far stays where it is. */
  function entry({ text, url, lang: own }: Suggestion): HTMLLIElement {
    const path = url as string
    const href =
      path.startsWith('http') || new RegExp(`^${base}/(de|en|el)(/|$)`).test(path) ? path : `${base}/${lang}${path}`
    const link = Object.assign(document.createElement('a'), {
      href,
      target: '_blank',
      rel: 'noopener',
      textContent: text,
    })
    if (own && own !== lang) link.lang = own
    link.title = texts.opens
    link.addEventListener('click', () => keep(path, text))
    const item = document.createElement('li')
    item.append(link)
    return item
  }

  function keep(path: string, text: string) {
    const value = `${path.replace(/^(\/[a-z0-9-]+)?\/(de|en|el)\//, '/')} ${text}`
    const known = [...(form as HTMLFormElement).querySelectorAll<HTMLInputElement>('input[name="read"]')]
    if (known.some((one) => one.value === value)) return
    form?.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'read', value }))
  }
}
