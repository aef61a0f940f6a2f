/**
 * The desk by keyboard: `j` and `k` move through the queue (Enter opens, as any link), `r` answers, `n` notes, `t` takes over, `?` shows
 * the keys. Never while something is being typed.
 */
export function mount(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (KEYS[event.key]?.()) event.preventDefault()
  })
}

/** What each key does; true when it did something. */
const KEYS: Record<string, () => boolean> = {
  j: () => move(1),
  k: () => move(-1),
  r: () => use('r'),
  n: () => use('n'),
  t: () => use('t'),
  '?': help,
}

function move(step: number): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-queue-row] a')]
  const current = links.indexOf(document.activeElement as HTMLAnchorElement)
  const begin = current >= 0 ? current : links.findIndex((link) => link.getAttribute('aria-current') === 'page')
  const next = links[begin < 0 ? 0 : Math.min(Math.max(begin + step, 0), links.length - 1)]
  next?.focus()
  return next !== undefined
}

/** Goes to what has the key; a button is pressed, a field gets the focus, and what it is folded into opens. */
function use(key: string): boolean {
  const element = document.querySelector<HTMLElement>(`[data-key="${key}"]`)
  if (!element) return false
  const folded = element.closest('details')
  if (folded) folded.open = true
  if (element instanceof HTMLButtonElement) element.click()
  else element.focus()
  return true
}

function help(): boolean {
  const details = document.querySelector<HTMLDetailsElement>('[data-desk-keys] details')
  if (!details) return false
  details.open = !details.open
  if (details.open) details.querySelector('summary')?.focus()
  return true
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  )
}
