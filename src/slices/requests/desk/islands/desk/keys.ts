import { type KeyName, keyNameOf } from './key-names.ts'
import { go } from './swap.ts'

/**
 * The desk by keyboard. A key goes to what carries its name (`data-key`): a button is pressed, a field gets the focus, a menu opens. Never while
 * something is being typed, except to send it or to leave the field.
 */
export function wakeKeys(): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    const name = keyNameOf(chordOf(event))
    if (name === 'leave') return leave(target)
    if (name === 'send' || name === 'sendNext') {
      if (target.closest('[data-composer]') && use(name)) event.preventDefault()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
    const menu = target.closest<HTMLElement>('.desk-menu[open]')
    if (menu && moveInMenu(menu, event.key)) return event.preventDefault()
    if (isTyping(target) || !name) return
    if (act(name, event.key, target)) event.preventDefault()
  })
}

/** What was pressed. Shift counts only together with Ctrl: alone it makes other characters. */
function chordOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  return ctrlKey || metaKey ? `Ctrl+${shiftKey ? 'Shift+' : ''}${key}` : key
}

function act(name: KeyName, key: string, target: HTMLElement): boolean {
  switch (name) {
    case 'next':
      return move(1)
    case 'previous':
      return move(-1)
    case 'open':
      return openRow(target)
    case 'choose':
      return choose(target)
    case 'help':
      return help()
    case 'queue':
      return toQueue(Number(key))
    default:
      return use(name)
  }
}

/** To the next row; with a request open, straight into it. */
function move(step: number): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-queue-row] a')]
  const current = links.indexOf(document.activeElement as HTMLAnchorElement)
  const opened = links.findIndex((link) => link.getAttribute('aria-current') === 'page')
  const isOpen = document.querySelector('[data-part="case"]') !== null
  const from = isOpen ? opened : current
  const next = links[from < 0 ? 0 : Math.min(Math.max(from + step, 0), links.length - 1)]
  if (!next) return false
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
  if (isOpen && next.getAttribute('aria-current') !== 'page') void go(next.href)
  return true
}

function openRow(target: HTMLElement): boolean {
  const link = target.closest<HTMLAnchorElement>('[data-queue-row] a')
  if (!link) return false
  void go(link.href)
  return true
}

/** Ticks the row that has the focus, or the request that is open. */
function choose(target: HTMLElement): boolean {
  const row =
    target.closest('[data-queue-row]') ?? document.querySelector('[data-queue-row]:has(a[aria-current="page"])')
  const box = row?.querySelector<HTMLInputElement>('[name="reference"]')
  if (!box) return false
  box.checked = !box.checked
  return true
}

function help(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('#desk-keys')
  dialog?.showModal()
  return dialog !== null
}

function toQueue(n: number): boolean {
  const link = document.querySelectorAll<HTMLAnchorElement>('.desk-nav-wide ul:first-of-type a')[n - 1]
  if (link) void go(link.href)
  return link !== undefined
}

function use(name: KeyName): boolean {
  const element = document.querySelector<HTMLElement>(`[data-key="${name}"]`)
  if (!element) return false
  if (element instanceof HTMLFormElement) return openMenu(element)
  const folded = element.closest<HTMLDetailsElement>('details:not(.menu)')
  if (folded) folded.open = true
  if (element instanceof HTMLInputElement && element.type === 'radio') return write(element)
  if (element instanceof HTMLButtonElement || element instanceof HTMLAnchorElement) element.click()
  else element.focus()
  return true
}

/** Chooses answer or note and begins to write. */
function write(kind: HTMLInputElement): boolean {
  kind.checked = true
  const field = document.querySelector<HTMLTextAreaElement>('#f-message')
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
  return true
}

function openMenu(form: HTMLElement): boolean {
  const menu = form.closest<HTMLDetailsElement>('details')
  if (!menu) return false
  menu.open = true
  const chosen =
    form.querySelector<HTMLElement>('[aria-pressed="true"]') ?? form.querySelector<HTMLElement>('button, a')
  chosen?.focus()
  return true
}

/** Arrows and j/k move; a letter goes to the next entry that begins with it. */
function moveInMenu(menu: HTMLElement, key: string): boolean {
  const entries = [...menu.querySelectorAll<HTMLElement>('.menu-panel button, .menu-panel a')]
  const at = entries.indexOf(document.activeElement as HTMLElement)
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    entries[(at + (key === 'ArrowDown' ? 1 : -1) + entries.length) % entries.length]?.focus()
    return true
  }
  if (key.length !== 1 || key === ' ') return false
  const begins = (entry: HTMLElement) =>
    (entry.textContent ?? '').trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase())
  const found = [...entries.slice(at + 1), ...entries.slice(0, at + 1)].find(begins)
  found?.focus()
  return found !== undefined
}

/** Out of a field, back to the list. */
function leave(target: HTMLElement): void {
  if (!isTyping(target) || !target.closest('[data-desk]')) return
  target.blur()
  document.querySelector<HTMLElement>('[data-queue-row] a[aria-current="page"]')?.focus({ preventScroll: true })
}

function isTyping(target: HTMLElement): boolean {
  const isBox = target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio')
  return !isBox && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
}
