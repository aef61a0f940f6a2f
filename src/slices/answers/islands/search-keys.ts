/** `j` and `k` move through the results; Enter opens the focused one as any link. Never while something is being typed. */
export function mount() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === 'j' || event.key === 'k') {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-result] h3 a')]
      const now = links.indexOf(document.activeElement as HTMLAnchorElement)
      const next = links[event.key === 'j' ? now + 1 : Math.max(now, 1) - 1]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
  })
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  )
}
