/** Parts of a desk page that are exchanged when it changes; what is in between stays as it is. */
const PARTS = ['nav', 'list', 'case', 'composer', 'context'] as const

/** The page that is being fetched. Another one that is asked for takes its place; what is being sent goes on. */
let going: { by: AbortController; isRefresh: boolean } | null = null
/** So many forms are being sent. */
let sending = 0
/** Something changed while somebody was on the way to another page, or sent something: it is looked at afterwards. */
let isBehind = false
/** Forms that the browser is to send by itself. */
const left = new WeakSet<HTMLFormElement>()

/**
 * Links and forms of the desk without a new document: the same page is fetched, and its parts are exchanged. Whatever goes wrong is left to
 * the browser, which then does it as it always would.
 */
export function wakeSwap(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('[data-desk] a[href]')
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    if (link.target || !isDesk(new URL(link.href))) return
    event.preventDefault()
    void go(link.href)
  })
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || left.has(form) || !form.closest('[data-desk]')) return
    // Not `form.action`: that is the button of this name.
    const address = new URL(form.getAttribute('action') || location.href, location.href)
    if (!isDesk(address)) return
    event.preventDefault()
    void send(form, event.submitter as HTMLButtonElement | null, address)
  })
  window.addEventListener('popstate', () => void go(location.href, { keepsAddress: true }))
}

/** Shows another page of the desk. */
export async function go(href: string, { keepsAddress = false } = {}): Promise<void> {
  const page = await ask(href, {})
  if (!page) return location.assign(href)
  if (!keepsAddress) history.pushState(null, '', page.address)
  show(page.document, { isRefresh: false })
  catchUp()
}

/** Looks for what has changed on the page that is shown. What is being typed stays. */
export async function refresh(): Promise<void> {
  if (sending > 0 || (going && !going.isRefresh)) {
    isBehind = true
    return
  }
  const page = await ask(location.href, {}, { isRefresh: true })
  if (page) show(page.document, { isRefresh: true })
}

function catchUp(): void {
  if (!isBehind) return
  isBehind = false
  void refresh()
}

async function send(form: HTMLFormElement, button: HTMLButtonElement | null, address: URL): Promise<void> {
  const fields = new FormData(form, button)
  if (form.getAttribute('method') === 'get') {
    const query = new URLSearchParams()
    for (const [name, value] of fields) if (typeof value === 'string' && value) query.append(name, value)
    return go(`${address.pathname}${query.size > 0 ? `?${query}` : ''}`)
  }
  form.setAttribute('aria-busy', 'true')
  const withFiles = form.enctype === 'multipart/form-data'
  const body = withFiles ? fields : new URLSearchParams(fields as unknown as Record<string, string>)
  sending += 1
  const from = location.href
  const page = await ask(address.href, { method: 'POST', body }).finally(() => {
    sending -= 1
  })
  form.removeAttribute('aria-busy')
  // Every page marks what is on its way (client/forms.ts); this is no more.
  delete form.dataset['sent']
  if (!page) {
    left.add(form)
    return form.requestSubmit(button)
  }
  const hasGoneOn = (going !== null && !going.isRefresh) || location.href !== from
  // It is done, and one has gone on to another page meanwhile: that one stays, and is looked at again.
  if (page.isMoved && hasGoneOn) return void refresh()
  // Something is missing: that page comes back, and its forms are sent to its own address.
  going?.by.abort()
  going = null
  if (location.href !== page.address) history.pushState(null, '', page.address)
  show(page.document, { isRefresh: false })
  catchUp()
}

/** What another page has taken the place of has no answer. */
const unending = new Promise<never>(() => undefined)

async function ask(href: string, init: RequestInit, { isRefresh = false } = {}) {
  going?.by.abort()
  const own = { by: new AbortController(), isRefresh }
  going = init.method === 'POST' ? null : own
  try {
    const answer = await fetch(href, { ...init, signal: own.by.signal, headers: { accept: 'text/html' } })
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false
    if (!isPage || answer.status >= 500) return null
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (!found.querySelector('[data-desk]')) {
      location.assign(answer.url)
      return unending
    }
    return { document: found, address: answer.url, isMoved: answer.redirected }
  } catch (error) {
    if ((error as Error).name === 'AbortError') return unending
    return null
  } finally {
    if (going === own) going = null
  }
}

function show(fresh: Document, { isRefresh }: { isRefresh: boolean }): void {
  const desk = document.querySelector('[data-desk]')
  const other = fresh.querySelector('[data-desk]')
  if (!desk || !other) return
  document.title = fresh.title
  if (!isRefresh) showFlash(fresh)
  const isSameShape =
    desk.className === other.className && PARTS.every((part) => !partOf(desk, part) === !partOf(other, part))
  if (!isSameShape) {
    desk.replaceWith(document.importNode(other, true))
    focusBeginning()
    return
  }
  const chosen = [...desk.querySelectorAll<HTMLInputElement>('[name="reference"]:checked')].map((box) => box.value)
  for (const part of PARTS) exchange(desk, other, part, isRefresh)
  if (isRefresh)
    for (const box of desk.querySelectorAll<HTMLInputElement>('[name="reference"]'))
      box.checked = chosen.includes(box.value)
  const island = desk.querySelector('theke-island[name="desk"]')
  const freshIsland = other.querySelector('theke-island[name="desk"]')
  if (island && freshIsland && island.getAttribute('props') !== freshIsland.getAttribute('props'))
    island.replaceWith(document.importNode(freshIsland, true))
}

/** A menu that is open, or a text that is being written. */
const IN_USE = 'details[open] :focus, .menu[open], select:focus, input:not([type="checkbox"], [type="radio"]):focus'
/** What was chosen to be done to many, and what is missing there. */
const KEPT = '#bulk'

function exchange(desk: Element, other: Element, part: (typeof PARTS)[number], isRefresh: boolean): void {
  const old = partOf(desk, part)
  const fresh = partOf(other, part)
  if (!old || !fresh) return
  // What was typed does not stand in the HTML: a text that was sent goes, even where the composer is the same otherwise.
  const mayStay = isRefresh || part !== 'composer'
  if (mayStay && old.outerHTML === fresh.outerHTML) return
  // Nothing is taken away from whoever uses it.
  if (isRefresh && (part === 'composer' || old.querySelector(IN_USE))) return
  const place = isRefresh || part === 'nav' || part === 'list' ? old.scrollTop : 0
  const focused = old.contains(document.activeElement) ? document.activeElement : null
  const put = document.importNode(fresh, true)
  const kept = isRefresh && old.querySelector(KEPT)
  if (kept) put.querySelector(KEPT)?.replaceWith(kept)
  old.replaceWith(put)
  put.scrollTop = part === 'case' && !isRefresh ? put.scrollHeight : place
  if (focused) focusAgain(put, focused)
}

const partOf = (root: Element, part: string) => root.querySelector<HTMLElement>(`[data-part="${part}"]`)

/** The same element in the fresh part, or the text that is being written; when that was sent, the row that is open, where keys count again. */
function focusAgain(part: HTMLElement, was: Element): void {
  if (document.activeElement !== document.body) return
  const field = part.querySelector<HTMLTextAreaElement>('#f-message')
  const same = sameIn(part, was)
  if (field?.value === '') {
    focusBeginning()
    return
  }
  const next = same ?? field ?? part.querySelector<HTMLElement>('[aria-current="page"]')
  next?.focus({ preventScroll: true })
}

/** What has the same id, or the same place in the row of the same request. */
function sameIn(part: HTMLElement, was: Element): HTMLElement | null {
  if (was.id) return part.querySelector<HTMLElement>(`#${CSS.escape(was.id)}`)
  const reference = was.closest<HTMLElement>('[data-queue-row]')?.dataset['reference']
  if (!reference) return null
  return part.querySelector<HTMLElement>(`[data-reference="${CSS.escape(reference)}"] ${was.localName}`)
}

/** The row that is open, or the first one. */
function focusBeginning(): void {
  const row =
    document.querySelector<HTMLElement>('[data-queue-row] a[aria-current="page"]') ??
    document.querySelector<HTMLElement>('[data-queue-row] a')
  row?.focus({ preventScroll: true })
}

function showFlash(fresh: Document): void {
  document.querySelector('main .flashes')?.remove()
  const flash = fresh.querySelector('main .flashes')
  if (flash) document.querySelector('main')?.prepend(document.importNode(flash, true))
}

function isDesk({ origin, pathname }: URL): boolean {
  return origin === location.origin && /\/(de|en|el)\/desk(\/R-[^/]+)?$/.test(pathname)
}
