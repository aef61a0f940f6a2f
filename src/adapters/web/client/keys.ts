/** `/` leads to the search field, unless one is typing. */
export function wakeKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const field = document.querySelector<HTMLInputElement>('[data-search] input[type="search"]')
    if (!field) return
    event.preventDefault()
    field.focus()
    field.select()
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
