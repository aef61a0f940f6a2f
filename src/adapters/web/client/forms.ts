/** A refused form says so first; a form that is on its way is not sent twice. */
export function wakeForms(): void {
  document.querySelector<HTMLElement>('[data-takes-focus]')?.focus()

  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || form.method !== 'post') return
    if (form.dataset.sent !== undefined) return event.preventDefault()
    form.dataset.sent = ''
    form.setAttribute('aria-busy', 'true')
  })
  // Back in the browser's history shows the page as it was left.
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) {
      delete form.dataset.sent
      form.removeAttribute('aria-busy')
    }
  })
}
